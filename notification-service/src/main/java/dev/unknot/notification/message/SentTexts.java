package dev.unknot.notification.message;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.MessageKind;
import dev.unknot.notification.visit.Visit;
import dev.unknot.notification.visit.Visits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
        return last(clients, false, now);
    }

    /** The same, but one about a visit for which they are expected goes before any other. */
    public Optional<SentText> lastOfWhatStands(Collection<ClientId> clients, Instant now) {
        return last(clients, true, now);
    }

    private Optional<SentText> last(Collection<ClientId> clients, boolean standingFirst, Instant now) {
        return jdbc.sql("""
                        SELECT visits.*, messages.client_id, kind, messages.revision AS told
                        FROM messages JOIN visits USING (appointment_id) LEFT JOIN deliveries USING (gateway_id)
                        WHERE messages.client_id = ANY (:clients) AND channel = 'SMS' AND state = 'SENT'
                          AND (outcome IS NULL OR outcome = 'DELIVERED')
                        ORDER BY starts > :now DESC, :standingFirst AND status IN ('BOOKED', 'CONFIRMED') DESC,
                                 sent_at DESC, messages.id DESC
                        LIMIT 1
                        """)
                .param("clients", ids(clients))
                .param("standingFirst", standingFirst)
                .param("now", now.atOffset(UTC))
                .query(SentTexts::text)
                .optional();
    }

    /** What this client was told last of that visit, if it has not begun. */
    public Optional<SentText> lastOf(AppointmentId visit, ClientId client, Instant now) {
        return jdbc.sql("""
                        SELECT visits.*, messages.client_id, kind, messages.revision AS told
                        FROM messages JOIN visits USING (appointment_id) LEFT JOIN deliveries USING (gateway_id)
                        WHERE messages.client_id = :client AND messages.appointment_id = :visit AND starts > :now
                          AND channel = 'SMS' AND state = 'SENT' AND (outcome IS NULL OR outcome = 'DELIVERED')
                        ORDER BY sent_at DESC, messages.id DESC LIMIT 1
                        """)
                .param("client", client.value())
                .param("visit", visit.value())
                .param("now", now.atOffset(UTC))
                .query(SentTexts::text)
                .optional();
    }

    /** Whether one went to these clients since then that was about another visit and did not call it off. */
    public boolean spokeOfAnother(AppointmentId visit, Collection<ClientId> clients, Instant since) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT FROM messages LEFT JOIN deliveries USING (gateway_id)
                            WHERE client_id = ANY (:clients) AND channel = 'SMS' AND state = 'SENT'
                              AND (outcome IS NULL OR outcome = 'DELIVERED')
                              AND sent_at > :since AND appointment_id <> :visit AND kind <> 'CANCELLATION')
                        """)
                .param("clients", ids(clients))
                .param("since", since.atOffset(UTC))
                .param("visit", visit.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * The visits these clients were asked to confirm and have not been told are off, the one asked last on top. A reminder asks about
     * a visit, so each comes with what they were told of that visit last, be it news since. A cancelled visit counts as
     * long as they have not heard, and one that somebody else has confirmed: a yes is meant for it, and for no other.
     */
    public List<SentText> questions(Collection<ClientId> clients, Instant now) {
        return jdbc.sql("""
                        WITH heard AS (
                            SELECT appointment_id, client_id, kind, revision, asks, sent_at, id
                            FROM messages LEFT JOIN deliveries USING (gateway_id)
                            WHERE client_id = ANY (:clients) AND channel = 'SMS' AND state = 'SENT'
                              AND (outcome IS NULL OR outcome = 'DELIVERED')
                        ), latest AS (
                            SELECT DISTINCT ON (appointment_id, client_id) appointment_id, client_id, kind,
                                   revision AS told
                            FROM heard ORDER BY appointment_id, client_id, sent_at DESC, id DESC
                        ), asked AS (
                            SELECT appointment_id, client_id, max(sent_at) AS asked_at
                            FROM heard WHERE asks
                            GROUP BY appointment_id, client_id
                        )
                        SELECT visits.*, client_id, kind, told
                        FROM latest JOIN asked USING (appointment_id, client_id) JOIN visits USING (appointment_id)
                        WHERE starts > :now
                          AND (status IN ('BOOKED', 'CONFIRMED') OR (status = 'CANCELLED' AND kind <> 'CANCELLATION'))
                        ORDER BY asked_at DESC, appointment_id, client_id
                        """)
                .param("clients", ids(clients))
                .param("now", now.atOffset(UTC))
                .query(SentTexts::text)
                .list();
    }

    private static UUID[] ids(Collection<ClientId> clients) {
        return clients.stream().map(ClientId::value).toArray(UUID[]::new);
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
