package dev.unknot.devstack.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** The worked example of Twilio's own page on webhook security. */
    @Test
    void signsTheGatewaysPublishedExampleAsTheGatewayDoes() {
        Map<String, String> fields = Map.of(
                "CallSid", "CA1234567890ABCDE",
                "Caller", "+14158675309",
                "Digits", "1234",
                "From", "+14158675309",
                "To", "+18005551212");

        assertThat(Signature.of("https://mycompany.com/myapp.php?foo=1&bar=2", fields, "12345"))
                .isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void doesNotDependOnTheOrderOfTheFields() {
        Map<String, String> oneWay = new LinkedHashMap<>();
        oneWay.put("Body", "C");
        oneWay.put("From", "+12025550110");
        Map<String, String> otherWay = new LinkedHashMap<>();
        otherWay.put("From", "+12025550110");
        otherWay.put("Body", "C");

        assertThat(Signature.of("http://localhost/in", oneWay, "k"))
                .isEqualTo(Signature.of("http://localhost/in", otherWay, "k"));
    }
}
