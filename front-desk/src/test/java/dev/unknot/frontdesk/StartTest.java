package dev.unknot.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.unknot.platform.test.Database;
import dev.unknot.platform.test.Infrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    /** Drawn anew, since one that stands here would be known to everybody. */
    private static final String SECRET = drawn();

    private static final String ANOTHER = drawn();
    private static final String OF_TESTS = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OF_COMPOSE = "ZGV2ZWxvcG1lbnQtb25seS1rZXktbm90LXNlY3JldCE=";
    private static final String NOT_MARKED = "This start is not marked as development";

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

    @ParameterizedTest
    @MethodSource
    void itDoesNotStartWithWhatEverybodyKnows(String setting, String value, CapturedOutput output) {
        assertThatThrownBy(() -> start("--unknot.tokens.key-secret=" + SECRET, "--" + setting + "=" + value)
                        .close())
                .hasMessageContaining(NOT_MARKED)
                .hasMessageContaining("  " + setting + " ");

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("openssl rand -base64 32")
                .contains("UNKNOT_DEVELOPMENT=true")
                .doesNotContain("shoulders-down", OF_COMPOSE, OF_TESTS);
    }

    static Stream<Arguments> itDoesNotStartWithWhatEverybodyKnows() {
        String url = "jdbc:postgresql://localhost/front_desk?user=postgres&password=";
        return Stream.of(
                arguments("spring.datasource.password", "postgres"),
                arguments("spring.datasource.password", " development "),
                arguments("spring.datasource.password", ""),
                arguments("spring.datasource.password", "${spring.datasource.hikari.username:postgres}"),
                arguments("spring.datasource.hikari.data-source-properties.password", "postgres"),
                arguments("spring.datasource.url", url + "postgres"),
                arguments("spring.datasource.url", url + "%70ostgres&sslmode=require"),
                arguments(
                        "spring.kafka.properties.sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required"
                                + " username=\"front-desk\" password=\"development\";"),
                arguments("unknot.bounces.mailbox", "imaps://bounces:development@mail.example/INBOX"),
                arguments("unknot.tokens.key-secret", OF_COMPOSE.replace("=", "")),
                arguments("unknot.links.keys", "1:" + OF_COMPOSE),
                arguments("unknot.links.keys", "1:" + OF_TESTS + ", 2:" + SECRET),
                arguments("unknot.accounts.first-owner-password", "shoulders-down"),
                arguments("unknot.tokens.dev-clients[0].secret", "anything"),
                arguments("unknot.clock.movable", "true"));
    }

    @Test
    void itAsksTheSettingsOfAProfileToo(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("application-berlin.properties"), "unknot.links.keys=1:" + OF_COMPOSE);

        assertThatThrownBy(() -> start(
                                "--unknot.tokens.key-secret=" + SECRET,
                                "--spring.config.additional-location=file:" + directory + "/",
                                "--spring.profiles.active=berlin")
                        .close())
                .hasMessageContaining(NOT_MARKED)
                .hasMessageContaining("unknot.links.keys");
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
                .sql(
                        "INSERT INTO second_steps (account_id, secret, on_since, last_step) SELECT id, '\\x00', now(), 0 FROM accounts")
                .update();
    }

    private JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), database.username(), database.password()));
    }

    /** All there are after a start with these development clients. */
    private List<String> clients(String... ids) {
        List<String> settings =
                new ArrayList<>(List.of("--unknot.development=true", "--unknot.tokens.key-secret=" + SECRET));
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
                "--spring.datasource.password=" + password()));
        // Of two arguments for one setting Spring Boot takes the first, and joins them with a comma.
        for (String setting : settings) {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            all.removeIf(earlier -> earlier.startsWith(name));
            all.add(setting);
        }
        return SpringApplication.run(FrontDeskApplication.class, all.toArray(String[]::new));
    }

    /** Where the server asks for none, any will do, but an empty one is refused. */
    private String password() {
        return database.password().isEmpty() ? "any" : database.password();
    }

    private static String drawn() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
