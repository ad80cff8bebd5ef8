package dev.unknot.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.platform.test.Database;
import dev.unknot.platform.test.Infrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String ANOTHER = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final Database database = Infrastructure.get().newDatabase();
    private final String topicPrefix = Infrastructure.get().newTopicPrefix();

    @Test
    void itSaysWhatItsSecretHasToBe(CapturedOutput output) {
        assertThatThrownBy(() -> start("--unknot.tokens.key-secret=").close()).isInstanceOf(Exception.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("UNKNOT_TOKENS_KEY_SECRET")
                .contains("openssl rand -base64 32");
    }

    @Test
    void itStartsWithItsOwnKeysOnly() {
        start("--unknot.tokens.key-secret=" + SECRET).close();
        start("--unknot.tokens.key-secret=" + SECRET).close();

        assertThatThrownBy(() -> start("--unknot.tokens.key-secret=" + ANOTHER).close())
                .hasStackTraceContaining("encrypted with another UNKNOT_TOKENS_KEY_SECRET");
    }

    @Test
    void aDevelopmentClientGoesWhenItsSettingGoes() {
        assertThat(clients("ada", "tom")).containsExactly("ada", "tom");
        registerAsAnOperator("scheduler");
        assertThat(clients("tom")).containsExactly("scheduler", "tom");
        assertThat(clients()).containsExactly("scheduler");
    }

    @Test
    void anOwnerIsLetBackInByWhoStartsIt(CapturedOutput output) {
        String secret = "--unknot.tokens.key-secret=" + SECRET;
        start(
                        secret,
                        "--unknot.accounts.first-owner-email=ada@unknot.test",
                        "--unknot.accounts.first-owner-password=since forgotten")
                .close();
        assertThat(accounts("disabled = true")).isEqualTo(1);
        assertThat(secondSteps()).isEqualTo(1);

        start(secret, "--unknot.accounts.way-back=nobody@unknot.test").close();
        assertThat(output).contains("nothing was changed").doesNotContain("Sign in as");

        try (ConfigurableApplicationContext desk = start(secret, "--unknot.accounts.way-back= Ada@unknot.test")) {
            Matcher told = Pattern.compile("Sign in as ada@unknot.test with the password (\\S+) and")
                    .matcher(output.getOut());
            assertThat(told.find()).isTrue();
            int port = desk.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            var ada = new Visitor(port);
            assertThat(ada.redirect(ada.signIn("ada@unknot.test", "since forgotten")))
                    .isEqualTo("/sign-in?refused");
            assertThat(ada.redirect(ada.signIn("ada@unknot.test", told.group(1))))
                    .as("without a second step")
                    .isEqualTo("/");
            assertThat(ada.redirect(ada.get("/accounts"))).isEqualTo("/password");
            assertThat(ada.get("/password").text()).contains("Choose your own");
            assertThat(database()
                            .sql("SELECT actor FROM audit_trail WHERE what = 'account-way-back'")
                            .query(String.class)
                            .list())
                    .containsExactly("operator");
        }
    }

    private int accounts(String change) {
        return database().sql("UPDATE accounts SET " + change).update();
    }

    private int secondSteps() {
        return database()
                .sql("INSERT INTO second_steps (account_id, secret, on_since) SELECT id, '\\x00', now() FROM accounts")
                .update();
    }

    private JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), database.username(), database.password()));
    }

    /** All there are after a start with these development clients. */
    private List<String> clients(String... ids) {
        List<String> settings = new ArrayList<>(List.of("--unknot.tokens.key-secret=" + SECRET));
        for (int i = 0; i < ids.length; i++) {
            String client = "--unknot.tokens.dev-clients[" + i + "].";
            settings.addAll(List.of(
                    client + "id=" + ids[i], client + "secret=s", client + "role=owner", client + "subject=olga"));
        }
        try (ConfigurableApplicationContext desk = start(settings.toArray(String[]::new))) {
            return desk.getBean(JdbcClient.class)
                    .sql("SELECT id FROM access_clients ORDER BY id")
                    .query(String.class)
                    .list();
        }
    }

    private void registerAsAnOperator(String id) {
        database().sql("""
                        INSERT INTO access_clients (id, secret_hash, subject, role, all_locations, locations)
                        VALUES (?, '{noop}s', 'olga', 'owner', true, '{}')
                        """).param(id).update();
    }

    private ConfigurableApplicationContext start(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + Infrastructure.get().bootstrapServers(),
                "--unknot.topic-prefix=" + topicPrefix,
                "--unknot.links.base-url=https://massage.test",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password()));
        all.addAll(List.of(settings));
        return SpringApplication.run(FrontDeskApplication.class, all.toArray(String[]::new));
    }
}
