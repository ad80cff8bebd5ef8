package dev.unknot.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.platform.test.Database;
import dev.unknot.platform.test.Infrastructure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String ANOTHER = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final Database database = Infrastructure.get().newDatabase();

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

    private ConfigurableApplicationContext start(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password()));
        all.addAll(List.of(settings));
        return SpringApplication.run(FrontDeskApplication.class, all.toArray(String[]::new));
    }
}
