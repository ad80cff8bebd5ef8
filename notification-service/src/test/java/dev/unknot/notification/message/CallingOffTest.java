package dev.unknot.notification.message;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.platform.digest.Sha256;
import dev.unknot.platform.test.Probe;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A visit is called off while an instance that died was telling the client of it. */
class CallingOffTest extends SendingScenario {
    private static final String TEXT = "Your massage: 60 min";

    @Test
    void aCancellationIsSaidOnceItIsKnownThatTheClientHeardOfTheVisit() {
        Person ada = somebody();
        AppointmentId id = calledOffWhileBeingConfirmed(ada);
        twilio.lists(ada.phone(), Map.of("SM" + id, TEXT));

        letTheLeaseEnd(id);

        Probe.waitUntil("both went out", () -> "SENT".equals(sms(id, "CANCELLATION")));
        assertThat(sms(id, "CONFIRMATION")).isEqualTo("SENT");
        assertThat(textsTo(ada)).singleElement().asString().contains("is cancelled");
    }

    @Test
    void aCancellationIsNotSaidWhenItTurnsOutThatTheClientNeverHeardOfTheVisit() {
        Person ada = somebody();
        AppointmentId id = calledOffWhileBeingConfirmed(ada);
        twilio.lists(ada.phone(), Map.of());

        letTheLeaseEnd(id);

        Probe.waitUntil(
                "both are dropped, whichever first",
                () -> Stream.of("CANCELLATION", "CONFIRMATION")
                        .allMatch(kind -> "DROPPED cancelled".equals(sms(id, kind))));
        assertThat(textsTo(ada)).isEmpty();
    }

    private AppointmentId calledOffWhileBeingConfirmed(Person person) {
        Harbour harbour = aKnownClinic();
        AppointmentId id = book(harbour, person);
        Probe.waitUntil("the confirmation is in hand", () -> takeInHand(id) == 1);
        jdbc.sql("INSERT INTO attempts (message_id, number, started_at, address, body_hash) VALUES (?, 1, ?, ?, ?)")
                .params(confirmation(id), Instant.now().atOffset(UTC), person.phone(), Sha256.of(TEXT))
                .update();
        others.announce(new ClientSnapshot(person.id(), "Ada Byron", null, person.phone(), "en"), 1);
        Probe.waitUntil("the contact is known", () -> contacts(person) == 1);
        others.announce(harbour.cancelled(id, person.id(), inTwoDays()), 2);
        Probe.waitUntil(
                "the cancellation was looked at",
                () -> putOff(id) || sms(id, "CANCELLATION").equals("SENT"));
        assertThat(sms(id, "CANCELLATION")).isIn("PLANNED", "SENDING");
        return id;
    }

    private boolean putOff(AppointmentId id) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM messages WHERE appointment_id = ? AND channel = 'SMS'
                                       AND kind = 'CANCELLATION' AND state = 'PLANNED' AND next_attempt > due)
                        """).param(id.value()).query(Boolean.class).single();
    }

    private int contacts(Person person) {
        return jdbc.sql("SELECT count(*) FROM contacts WHERE client_id = ?")
                .param(person.id().value())
                .query(Integer.class)
                .single();
    }

    private int takeInHand(AppointmentId id) {
        return jdbc.sql("""
                        UPDATE messages SET state = 'SENDING', claim = claim + 1, attempts = 1,
                                            next_attempt = now() + interval '1 hour'
                        WHERE appointment_id = ? AND channel = 'SMS' AND kind = 'CONFIRMATION' AND state = 'PLANNED'
                        """).param(id.value()).update();
    }

    private void letTheLeaseEnd(AppointmentId id) {
        jdbc.sql("UPDATE messages SET next_attempt = now() WHERE id = ? AND state = 'SENDING'")
                .param(confirmation(id))
                .update();
    }

    private UUID confirmation(AppointmentId id) {
        return jdbc.sql(
                        "SELECT id FROM messages WHERE appointment_id = ? AND channel = 'SMS' AND kind = 'CONFIRMATION'")
                .param(id.value())
                .query(UUID.class)
                .single();
    }

    private String sms(AppointmentId id, String kind) {
        return state(id, kind, "SMS");
    }

    private String state(AppointmentId id, String kind, String channel) {
        return jdbc.sql("""
                        SELECT concat_ws(' ', state, reason) FROM messages
                        WHERE appointment_id = ? AND kind = ? AND channel = ?
                        """)
                .params(id.value(), kind, channel)
                .query(String.class)
                .optional()
                .orElse("never planned");
    }
}
