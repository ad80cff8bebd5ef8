package dev.unknot.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    /** The worked example of twilio.com/docs/usage/security. */
    private static final Map<String, List<String>> EXAMPLE = Map.of(
            "CallSid", List.of("CA1234567890ABCDE"),
            "Caller", List.of("+12349013030"),
            "Digits", List.of("1234"),
            "From", List.of("+12349013030"),
            "To", List.of("+18005551212"));

    private final WebhookSignature signature =
            new WebhookSignature(URI.create("https://mycompany.com/myapp.php?foo=1&bar=2"), "12345");

    @Test
    void theGatewaysOwnExampleIsAccepted() {
        assertThat(signature.matches("0/KCTR6DLpKmkAf8muzZqo1nDgQ=", EXAMPLE)).isTrue();
    }

    @Test
    void anotherTokenAnotherAddressOrAnotherFieldIsNot() {
        String signed = signature.of(EXAMPLE);

        assertThat(new WebhookSignature(URI.create("https://mycompany.com/myapp.php?foo=1&bar=2"), "54321")
                        .matches(signed, EXAMPLE))
                .isFalse();
        assertThat(new WebhookSignature(URI.create("https://elsewhere.com/"), "12345").matches(signed, EXAMPLE))
                .isFalse();
        assertThat(signature.matches(signed, Map.of("From", List.of("+12349013030"))))
                .isFalse();
    }

    @Test
    void noneAtAllIsNot() {
        assertThat(signature.matches("", EXAMPLE)).isFalse();
        assertThat(signature.matches("ünlesbar", EXAMPLE)).isFalse();
    }
}
