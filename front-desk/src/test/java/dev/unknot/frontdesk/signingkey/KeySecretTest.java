package dev.unknot.frontdesk.signingkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class KeySecretTest {

    private final KeyVault vault = new KeyVault(new byte[32]);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all, but surely long enough to be one"})
    void withoutAGoodSecretItDoesNotStart(String secret) {
        var desk = new ApplicationContextRunner().withUserConfiguration(Settings.class);
        if (secret != null) {
            desk = desk.withPropertyValues("unknot.tokens.key-secret=" + secret);
        }
        desk.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageStartingWith("UNKNOT_TOKENS_KEY_SECRET (unknot.tokens.key-secret) is missing"));
    }

    @Test
    void aKeyIsReadBackWithTheSecretThatClosedIt() {
        byte[] closed = vault.close("k1", "private");

        assertThat(vault.open("k1", closed)).isEqualTo("private");
        assertThat(vault.close("k1", "private")).isNotEqualTo(closed);
    }

    @Test
    void anotherSecretAnotherRowOrAChangedByteDoNotOpenIt() {
        byte[] closed = vault.close("k1", "private");
        byte[] otherSecret = new byte[32];
        Arrays.fill(otherSecret, (byte) 1);
        byte[] changed = closed.clone();
        changed[changed.length - 1]++;

        assertThatThrownBy(() -> new KeyVault(otherSecret).open("k1", closed))
                .hasMessageContaining("another UNKNOT_TOKENS_KEY_SECRET");
        assertThatThrownBy(() -> vault.open("k2", closed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open("k1", changed)).isInstanceOf(IllegalStateException.class);
    }

    @EnableConfigurationProperties(SigningKeySettings.class)
    static class Settings {}
}
