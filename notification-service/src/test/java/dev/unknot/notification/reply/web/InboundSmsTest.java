package dev.unknot.notification.reply.web;

import static dev.unknot.notification.SmsWebhook.INBOUND;
import static dev.unknot.notification.SmsWebhook.signature;
import static dev.unknot.notification.SmsWebhook.sms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.notification.SmsWebhook;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Wire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class InboundSmsTest extends SendingScenario {
    @LocalServerPort
    private int port;

    private SmsWebhook gateway;

    @BeforeEach
    void callTheWebhook() {
        gateway = new SmsWebhook(port);
    }

    @Test
    void afterAStopNoSmsGoesOutYetTheEmailDoes() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();

        var answer = gateway.answers(ada.phone(), "Stop!");

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
        gateway.answers(ada.phone(), "STOP");

        gateway.answers(ada.phone(), "start");

        assertThat(outcome(book(harbour, ada))).containsEntry("SMS", "SENT");
    }

    @Test
    void aStopTheGatewayRepeatsAfterAStartChangesNothing() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        Map<String, String> stop = sms(ada.phone(), "STOP");
        gateway.signed(INBOUND, stop);
        gateway.answers(ada.phone(), "START");

        assertThat(gateway.signed(INBOUND, stop).status()).isEqualTo(200);

        assertThat(outcome(book(harbour, ada))).containsEntry("SMS", "SENT");
    }

    @Test
    void anyOtherTextOptsNobodyOut() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();

        assertThat(gateway.answers(ada.phone(), "Please stop by at ten & bring oil")
                        .status())
                .isEqualTo(200);

        assertThat(outcome(book(harbour, ada))).containsEntry("SMS", "SENT");
    }

    @Test
    void aFormThatCannotBeReadIsRefusedBeforeItsSignatureIsLookedAt() {
        for (String path : List.of(INBOUND, SmsWebhook.STATUS)) {
            for (String form : List.of("From=%zz", "From=%FF&Body=C", "%zz=1")) {
                Answer refused = Wire.to(port).submits("POST " + path, form, "X-Twilio-Signature: none");

                assertThat(refused.status()).as(path + " " + form).isEqualTo(400);
                assertThat(refused.code()).as("%s", refused).isEqualTo("invalid-parameter");
            }
        }
        assertThat(Wire.to(port).says("GET /api/v1/messages/%zz").code()).isEqualTo("invalid-request");
    }

    @Test
    void helpIsAnswered() {
        assertThat(gateway.answers(somebody().phone(), "HELP").text())
                .contains("<Response><Message>")
                .contains("STOP to opt out");
    }

    @Test
    void aForgedSignatureIsRefusedAndOptsNobodyOut() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        Map<String, String> stop = sms(ada.phone(), "STOP");

        var forged = gateway.post(INBOUND, stop, signature(INBOUND, stop, "guessed-token"));

        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.code()).isEqualTo("bad-signature");
        AppointmentId id = book(harbour, ada);
        assertThat(outcome(id)).containsEntry("SMS", "SENT");
    }

    @Test
    void aFormChangedOnItsWayIsRefused() {
        Map<String, String> stop = sms(somebody().phone(), "hello");
        String signature = signature(INBOUND, stop, "test-token");
        stop.put("Body", "STOP");

        assertThat(gateway.post(INBOUND, stop, signature).code()).isEqualTo("bad-signature");
    }

    @Test
    void aCallWithoutASignatureIsRefused() {
        assertThat(gateway.unsigned(INBOUND, sms(somebody().phone(), "STOP")).code())
                .isEqualTo("bad-signature");
    }
}
