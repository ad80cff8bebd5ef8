package dev.unknot.notification.message;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.notification.SendingScenario;
import dev.unknot.platform.digest.Sha256;
import dev.unknot.platform.test.Probe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Messages whose instance died while it sent them, and what is found out about them. */
abstract class TroubleScenario extends SendingScenario {
    protected static final Map<String, String> BOTH_SENT = Map.of("EMAIL", "SENT", "SMS", "SENT");

    /** The client is not announced, so that nothing moves before the test wants it to. */
    protected AppointmentId aBookingWhoseInstanceDiedWhileSending(Person person, String text) {
        AppointmentId id = book(aKnownClinic(), person);
        dieWhileSending(id, "SMS", person.phone(), text);
        return id;
    }

    protected void dieWhileSending(AppointmentId id, String channel, String address, String text) {
        Probe.waitUntil(
                "the message is planned and left alone",
                () -> jdbc.sql("""
                                UPDATE messages SET state = 'SENDING', claim = claim + 1, attempts = 1,
                                                    next_attempt = now() + interval '1 hour'
                                WHERE appointment_id = ? AND channel = ? AND state = 'PLANNED'
                                """).params(id.value(), channel).update() == 1);
        jdbc.sql("INSERT INTO attempts (message_id, number, started_at, address, body_hash) VALUES (?, 1, ?, ?, ?)")
                .params(idOf(id, channel), Instant.now().atOffset(UTC), address, Sha256.of(text))
                .update();
    }

    /** Of the message that died: one on another channel may be on its way just now. */
    protected void letTheLeaseEnd(AppointmentId id, String channel) {
        jdbc.sql("UPDATE messages SET next_attempt = now() WHERE id = ? AND state = 'SENDING'")
                .param(idOf(id, channel))
                .update();
    }

    protected UUID idOf(AppointmentId id, String channel) {
        return jdbc.sql("SELECT id FROM messages WHERE appointment_id = ? AND channel = ?")
                .params(id.value(), channel)
                .query(UUID.class)
                .single();
    }

    protected List<String> attemptsOf(AppointmentId id, String channel) {
        return jdbc.sql("""
                        SELECT outcome FROM attempts JOIN messages ON id = message_id
                        WHERE appointment_id = ? AND channel = ? ORDER BY number
                        """).params(id.value(), channel).query(String.class).list();
    }

    protected String gatewayIdOf(AppointmentId id) {
        return jdbc.sql("SELECT gateway_id FROM messages WHERE appointment_id = ? AND channel = 'SMS'")
                .param(id.value())
                .query(String.class)
                .single();
    }
}
