package dev.unknot.notification.reply;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.location.LocationId;
import dev.unknot.notification.contact.ContactChanged;
import dev.unknot.notification.contact.ContactErased;
import dev.unknot.notification.contact.ContactsMerged;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SMS that came in, by the gateway's id: what each was understood as and what was answered. */
@Repository
class InboundSms {
    private final JdbcClient jdbc;

    InboundSms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this is its first call; a second one, made meanwhile, waits for the end of the first's transaction. */
    boolean first(String gatewayId, Instant now) {
        return jdbc.sql("INSERT INTO inbound_sms (gateway_id, received_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(gatewayId, now.atOffset(UTC))
                        .update()
                == 1;
    }

    void answered(String gatewayId, String answer) {
        jdbc.sql("UPDATE inbound_sms SET answer = ? WHERE gateway_id = ?")
                .params(answer, gatewayId)
                .update();
    }

    Optional<String> answer(String gatewayId) {
        return jdbc.sql("SELECT answer FROM inbound_sms WHERE gateway_id = ? AND answer IS NOT NULL")
                .param(gatewayId)
                .query(String.class)
                .optional();
    }

    void keep(String gatewayId, Reply reply) {
        jdbc.sql("""
                        INSERT INTO replies (id, version, gateway_id, client_id, appointment_id, revision, location_id,
                                             desks, answer, waits, phone, text, received_at)
                        VALUES (:id, 1, :gateway, :client, :appointment, :revision, :location,
                                :desks, :answer, :waits, :phone, :text, :receivedAt)
                        """)
                .param("id", reply.id().value())
                .param("gateway", gatewayId)
                .param(
                        "client",
                        reply.clientId() == null ? null : reply.clientId().value(),
                        Types.OTHER)
                .param(
                        "appointment",
                        reply.appointment() == null ? null : reply.appointment().value(),
                        Types.OTHER)
                .param("revision", reply.revision(), Types.BIGINT)
                .param(
                        "location",
                        reply.location() == null ? null : reply.location().value(),
                        Types.OTHER)
                .param(
                        "desks",
                        reply.desks().isEmpty()
                                ? null
                                : reply.desks().stream().map(LocationId::value).toArray(UUID[]::new),
                        Types.ARRAY)
                .param("answer", reply.answer().name())
                .param("waits", reply.needsAPerson())
                .param("phone", reply.needsAPerson() ? reply.phone() : null)
                .param("text", reply.needsAPerson() ? reply.text() : null)
                .param("receivedAt", reply.receivedAt().atOffset(UTC))
                .update();
    }

    /** Whether this number has not been told so on that day. */
    boolean passedOnFirst(String phone, LocalDate day) {
        jdbc.sql("DELETE FROM passed_on WHERE day < ?").param(day.minusDays(2)).update();
        return jdbc.sql("INSERT INTO passed_on (phone, day) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(phone, day)
                        .update()
                == 1;
    }

    /** Whose number it was that was told so is not known any more, and would outlast them. */
    @EventListener
    void left(ContactChanged changed) {
        String before = changed.before().phone();
        if (before != null && !before.equals(changed.after().phone())) {
            jdbc.sql("DELETE FROM passed_on WHERE phone = ?").param(before).update();
        }
    }

    @EventListener
    void handOver(ContactsMerged merged) {
        jdbc.sql("UPDATE replies SET client_id = ? WHERE client_id = ?")
                .params(
                        merged.merge().kept().value(),
                        merged.merge().duplicate().value())
                .update();
    }

    /** What remains is that someone replied. */
    @EventListener
    void forget(ContactErased erased) {
        String[] phones = erased.phones().toArray(String[]::new);
        jdbc.sql("""
                        UPDATE replies SET text = NULL, phone = NULL
                        WHERE client_id = :client OR (client_id IS NULL AND phone = ANY (:phones))
                        """)
                .param("client", erased.clientId().value())
                .param("phones", phones)
                .update();
        jdbc.sql("DELETE FROM passed_on WHERE phone = ANY (:phones)")
                .param("phones", phones)
                .update();
    }
}
