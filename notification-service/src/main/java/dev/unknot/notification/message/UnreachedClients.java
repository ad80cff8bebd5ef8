package dev.unknot.notification.message;

import static java.time.ZoneOffset.UTC;

import dev.unknot.notification.contact.ContactsMerged;
import dev.unknot.platform.id.Ids;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clients whom no channel told something about a visit, so that somebody has to call them. */
@Repository
class UnreachedClients {
    private final JdbcClient jdbc;
    private final Clock clock;

    UnreachedClients(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Once for each revision of a visit, and once more when its cancellation reaches nobody. Both channels may end at the
     * same moment, so they take turns: the second sees the first's end.
     */
    void noteIfNoChannelIsLeft(Message message) {
        var unused = jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0)) IS NULL")
                .param("unreached " + message.clientId() + " " + message.appointmentId())
                .query(Boolean.class)
                .single();
        jdbc.sql("""
                        INSERT INTO unreached_clients (id, version, client_id, appointment_id, location_id, kind, revision,
                                                       since)
                        SELECT :id, 1, client_id, appointment_id, location_id, kind, revision, :now
                        FROM messages WHERE id = :message AND NOT EXISTS (
                            SELECT FROM messages other LEFT JOIN deliveries USING (gateway_id)
                            WHERE other.client_id = messages.client_id
                              AND other.appointment_id = messages.appointment_id
                              AND other.kind = messages.kind AND other.revision = messages.revision
                              AND (other.state IN ('PLANNED', 'SENDING')
                                   OR (other.state = 'SENT' AND (outcome IS NULL OR outcome = 'DELIVERED'))))
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", Ids.next())
                .param("now", clock.instant().atOffset(UTC))
                .param("message", message.id().value())
                .update();
    }

    @EventListener
    void handOver(ContactsMerged merged) {
        jdbc.sql("""
                        UPDATE unreached_clients SET client_id = :kept
                        WHERE client_id = :duplicate AND NOT EXISTS (
                            SELECT FROM unreached_clients other
                            WHERE other.client_id = :kept AND other.appointment_id = unreached_clients.appointment_id)
                        """)
                .param("kept", merged.merge().kept().value())
                .param("duplicate", merged.merge().duplicate().value())
                .update();
    }
}
