package dev.unknot.notification.message.web;

import static dev.unknot.notification.SmsWebhook.STATUS;
import static dev.unknot.notification.SmsWebhook.signature;
import static dev.unknot.notification.SmsWebhook.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.notification.SendingScenario;
import dev.unknot.notification.SmsWebhook;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.Tokens;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

class DeliveryTest extends SendingScenario {
    @LocalServerPort
    private int port;

    private SmsWebhook gateway;
    private Person ada;
    private AppointmentId id;
    private String sid;

    @BeforeEach
    void sendOneSms() {
        gateway = new SmsWebhook(port);
        ada = aKnownClient();
        id = book(aKnownClinic(), ada);
        Probe.waitUntil(
                "the SMS is sent", () -> sms().path("state").asString("").equals("SENT"));
        sid = gatewayId();
        assertThat(sms().path("delivery").isString()).isFalse();
    }

    @Test
    void theGatewayIsToldWhereToReport() {
        assertThat(twilio.statusAddressOf(ada.phone())).isEqualTo("https://unknot.example/api/v1/sms/status");
    }

    @Test
    void whatReachedThePhoneIsShownAsDelivered() {
        report("delivered");

        assertThat(sms().path("delivery").asString()).isEqualTo("DELIVERED");
        assertThat(sms().path("state").asString()).isEqualTo("SENT");
    }

    @Test
    void whatDidNotReachItStaysSentAndSaysWhy() {
        report("undelivered", "ErrorCode", "30003");

        assertThat(sms().path("delivery").asString()).isEqualTo("UNDELIVERED");
        assertThat(sms().path("state").asString()).isEqualTo("SENT");
        assertThat(sms().path("reason").asString()).isEqualTo("30003");
    }

    @Test
    void aStationReportedAfterTheEndChangesNothing() {
        report("delivered");
        report("sent");
        report("queued");

        assertThat(sms().path("delivery").asString()).isEqualTo("DELIVERED");
    }

    @Test
    void deliveredHoldsWhateverCameBeforeOrComesAfter() {
        report("failed", "ErrorCode", "30008");
        report("delivered");
        report("delivered");
        report("undelivered", "ErrorCode", "30003");

        assertThat(sms().path("delivery").asString()).isEqualTo("DELIVERED");
        assertThat(sms().path("reason").isString()).isFalse();
    }

    @Test
    void aReportThatOvertakesOurOwnKnowledgeOfTheMessageCounts() {
        String early = "SM" + Ids.next();
        assertThat(gateway.signed(STATUS, status(early, "delivered")).status()).isEqualTo(204);
        jdbc.sql("UPDATE messages SET gateway_id = ? WHERE gateway_id = ?")
                .params(early, sid)
                .update();

        assertThat(sms().path("delivery").asString()).isEqualTo("DELIVERED");
    }

    @Test
    void aForgedReportIsRefusedAndNotNoted() {
        Map<String, String> report = status(sid, "failed");

        assertThat(gateway.post(STATUS, report, signature(STATUS, report, "guessed-token"))
                        .code())
                .isEqualTo("bad-signature");
        assertThat(gateway.post(STATUS, report, signature(SmsWebhook.INBOUND, report, "test-token"))
                        .code())
                .as("signed for another address")
                .isEqualTo("bad-signature");
        assertThat(sms().path("delivery").isString()).isFalse();
    }

    private void report(String status, String... more) {
        assertThat(gateway.signed(STATUS, status(sid, status, more)).status()).isEqualTo(204);
    }

    private JsonNode sms() {
        JsonNode items = Http.at(port)
                .as(Tokens.owner())
                .get("/api/v1/messages?appointment=" + id)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(message -> message.path("channel").asString().equals("SMS")
                        && message.path("kind").asString().equals("CONFIRMATION"))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private String gatewayId() {
        return jdbc.sql(
                        "SELECT gateway_id FROM messages WHERE appointment_id = ? AND channel = 'SMS' AND state = 'SENT'")
                .param(id.value())
                .query(String.class)
                .single();
    }
}
