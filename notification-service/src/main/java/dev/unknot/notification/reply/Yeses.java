package dev.unknot.notification.reply;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which visits clients have said yes to. */
@Repository
class Yeses {
    record Yes(ClientId clientId, AppointmentId visit, Instant at) {}

    private final JdbcClient jdbc;

    Yeses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether one of these clients has said yes to the visit as it was at that revision. */
    boolean said(Collection<ClientId> clients, AppointmentId visit, long revision) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM replies
                                       WHERE client_id = ANY (:clients) AND appointment_id = :visit
                                         AND revision = :revision AND answer = 'CONFIRM')
                        """)
                .param("clients", ids(clients))
                .param("visit", visit.value())
                .param("revision", revision)
                .query(Boolean.class)
                .single();
    }

    /** The last one any of these clients said. */
    Optional<Yes> last(Collection<ClientId> clients) {
        return jdbc.sql("""
                        SELECT client_id, appointment_id, received_at FROM replies
                        WHERE client_id = ANY (:clients) AND appointment_id IS NOT NULL AND answer = 'CONFIRM'
                        ORDER BY received_at DESC, id DESC LIMIT 1
                        """).param("clients", ids(clients)).query(Yeses::yes).optional();
    }

    private static UUID[] ids(Collection<ClientId> clients) {
        return clients.stream().map(ClientId::value).toArray(UUID[]::new);
    }

    private static Yes yes(ResultSet row, int number) throws SQLException {
        return new Yes(
                new ClientId(row.getObject("client_id", UUID.class)),
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}
