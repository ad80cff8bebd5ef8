package dev.unknot.notification.message;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.MessageKind;
import dev.unknot.notification.visit.Visit;
import dev.unknot.notification.visit.Visits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SMS that went out, for whoever has to know what an answer is about. */
@Repository
public class SentTexts {
    private final JdbcClient jdbc;

    SentTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The last one sent to any of these clients: about a visit that has not begun, or else about any. One that did not
     * reach the phone is nothing they can answer.
     */
    public Optional<SentText> last(Collection<ClientId> clients, Instant now) {
        return jdbc.sql("""
                        SELECT visits.*, messages.client_id, kind, messages.revision AS told
                        FROM messages JOIN visits USING (appointment_id) LEFT JOIN deliveries USING (gateway_id)
                        WHERE messages.client_id = ANY (:clients) AND channel = 'SMS' AND state = 'SENT'
                          AND (outcome IS NULL OR outcome = 'DELIVERED')
                        ORDER BY starts > :now DESC, sent_at DESC, messages.id DESC LIMIT 1
                        """)
                .param("clients", clients.stream().map(ClientId::value).toArray(UUID[]::new))
                .param("now", now.atOffset(UTC))
                .query(SentTexts::text)
                .optional();
    }

    /** The last reminder of theirs that nobody has answered yet, of a visit that still stands as it said. */
    public Optional<SentText> lastQuestion(Collection<ClientId> clients, Instant now) {
        return jdbc.sql("""
                        SELECT visits.*, messages.client_id, kind, messages.revision AS told
                        FROM messages JOIN visits USING (appointment_id) LEFT JOIN deliveries USING (gateway_id)
                        WHERE messages.client_id = ANY (:clients) AND channel = 'SMS' AND state = 'SENT'
                          AND (outcome IS NULL OR outcome = 'DELIVERED')
                          AND kind IN ('FIRST_REMINDER', 'LAST_REMINDER')
                          AND starts > :now AND status = 'BOOKED' AND visits.revision = messages.revision
                        ORDER BY sent_at DESC, messages.id DESC LIMIT 1
                        """)
                .param("clients", clients.stream().map(ClientId::value).toArray(UUID[]::new))
                .param("now", now.atOffset(UTC))
                .query(SentTexts::text)
                .optional();
    }

    private static SentText text(ResultSet row, int number) throws SQLException {
        Visit visit = Visits.visit(row, number);
        return new SentText(
                new ClientId(row.getObject("client_id", UUID.class)),
                MessageKind.valueOf(row.getString("kind")),
                row.getLong("told"),
                visit);
    }
}
