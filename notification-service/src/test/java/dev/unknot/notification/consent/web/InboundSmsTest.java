package dev.unknot.notification.consent.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class InboundSmsTest extends SendingScenario {
    @LocalServerPort
    private int port;

    @Test
    void afterAStopNoSmsGoesOutYetTheEmailDoes() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();

        Answer answer = signed(sms(ada, "Stop!"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/xml");
        assertThat(answer.text()).endsWith("<Response></Response>");
        assertThat(outcome(book(harbour, ada))).isEqualTo(Map.of("EMAIL", "SENT", "SMS", "DROPPED opted-out"));
        assertThat(textsTo(ada)).isEmpty();
    }

    @Test
    void afterAStartSmsGoOutAgain() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        signed(sms(ada, "STOP"));

        signed(sms(ada, "start"));

        assertThat(outcome(book(harbour, ada))).containsEntry("SMS", "SENT");
    }

    @Test
    void aStopTheGatewayRepeatsAfterAStartChangesNothing() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        Map<String, String> stop = sms(ada, "STOP");
        signed(stop);
        signed(sms(ada, "START"));

        assertThat(signed(stop).status()).isEqualTo(200);

        assertThat(outcome(book(harbour, ada))).containsEntry("SMS", "SENT");
    }

    @Test
    void anyOtherTextChangesNothing() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();

        assertThat(signed(sms(ada, "Please stop by at ten & bring oil")).status())
                .isEqualTo(200);

        assertThat(outcome(book(harbour, ada))).containsEntry("SMS", "SENT");
    }

    @Test
    void helpIsAnswered() {
        assertThat(signed(sms(somebody(), "HELP")).text())
                .contains("<Response><Message>")
                .contains("Reply STOP to opt out");
    }

    @Test
    void aForgedSignatureIsRefusedAndOptsNobodyOut() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        Map<String, String> stop = sms(ada, "STOP");

        Answer forged = post(stop, signature(stop, "guessed-token"));

        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.code()).isEqualTo("bad-signature");
        AppointmentId id = book(harbour, ada);
        assertThat(outcome(id)).containsEntry("SMS", "SENT");
    }

    @Test
    void aFormChangedOnItsWayIsRefused() {
        Map<String, String> stop = sms(somebody(), "hello");
        String signature = signature(stop, "test-token");
        stop.put("Body", "STOP");

        assertThat(post(stop, signature).code()).isEqualTo("bad-signature");
    }

    @Test
    void aCallWithoutASignatureIsRefused() {
        assertThat(Http.at(port)
                        .with("Content-Type", "application/x-www-form-urlencoded")
                        .post("/api/v1/sms/inbound", form(sms(somebody(), "STOP")))
                        .code())
                .isEqualTo("bad-signature");
    }

    private static Map<String, String> sms(Person from, String body) {
        Map<String, String> form = new TreeMap<>();
        form.put("MessageSid", "SM" + Ids.next());
        form.put("From", from.phone());
        form.put("To", "+15005550006");
        form.put("Body", body);
        form.put("NumMedia", "0");
        form.put("FromCity", "");
        return form;
    }

    private Answer signed(Map<String, String> form) {
        return post(form, signature(form, "test-token"));
    }

    private Answer post(Map<String, String> form, String signature) {
        return Http.at(port)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .with("X-Twilio-Signature", signature)
                .post("/api/v1/sms/inbound", form(form));
    }

    private static String form(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Signed as the gateway's documentation says, independently of how this service checks it. */
    private static String signature(Map<String, String> form, String token) {
        String signed = "https://unknot.example/api/v1/sms/inbound"
                + new TreeMap<>(form)
                        .entrySet().stream()
                                .map(field -> field.getKey() + field.getValue())
                                .collect(Collectors.joining());
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
