package dev.unknot.notification.message;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.series.SeriesId;
import dev.unknot.notification.visit.Visit;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Messages that go out as one. What is told of a series' visits is one message, and what two people at one address are
 * told of their visit is another. One of them leads: it is what the gateway is called for. The others become what it
 * becomes, and are not looked at by themselves meanwhile.
 */
@Repository
class Parts {
    private static final String SAME = """
            FROM messages JOIN visits USING (appointment_id)
            WHERE client_id = ANY (:clients) AND messages.id <> :lead
              AND (kind, channel, copy) = (SELECT kind, channel, copy FROM messages WHERE id = :lead)
              AND (appointment_id = :appointment OR series_id = :series)
              AND due <= :until AND part_of IS NULL AND state IN ('PLANNED', 'SENDING')
              AND NOT EXISTS (SELECT FROM attempts WHERE message_id = messages.id AND ended_at IS NULL)
            """;

    private final JdbcClient jdbc;

    Parts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who else may want to lead waits until the transaction ends. */
    void lock(Message lead, Visit visit) {
        SeriesId series = seriesOf(lead, visit);
        var unused = jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0)) IS NULL")
                .param(lead.channel() + " " + lead.kind() + " " + (series == null ? visit.appointmentId() : series))
                .query(Boolean.class)
                .single();
    }

    /** Where messages are that could go out with this one. */
    List<AppointmentId> visits(Message lead, Visit visit, List<ClientId> clients, Instant until) {
        return select(
                        "SELECT DISTINCT appointment_id " + SAME + " ORDER BY appointment_id",
                        lead,
                        visit,
                        clients,
                        until)
                .query(UUID.class)
                .list()
                .stream()
                .map(AppointmentId::new)
                .toList();
    }

    /**
     * Those messages, by start of the visit, each held until the transaction ends. Empty: somebody else holds one of them just
     * now. It is not waited for, as its holder may wait for one that is held here: whoever plans a location anew holds the
     * messages of several visits.
     */
    Optional<List<Message>> hold(Message lead, Visit visit, List<ClientId> clients, Instant until) {
        List<Message> held = select(
                        "SELECT messages.* " + SAME
                                + " ORDER BY starts, client_id, messages.id FOR UPDATE OF messages SKIP LOCKED",
                        lead,
                        visit,
                        clients,
                        until)
                .query(Messages::message)
                .list();
        int there = select("SELECT count(*) " + SAME, lead, visit, clients, until)
                .query(Integer.class)
                .single();
        return held.size() < there ? Optional.empty() : Optional.of(held);
    }

    /** Takes them from whoever has leased them. */
    void attach(Message lead, List<Message> parts, boolean asks) {
        for (Message part : parts) {
            jdbc.sql("UPDATE messages SET state = 'SENDING', claim = claim + 1, part_of = ?, asks = ? WHERE id = ?")
                    .params(lead.id().value(), asks, part.id().value())
                    .update();
        }
    }

    /** What goes out with it. */
    List<Message> of(Message lead) {
        return jdbc.sql("SELECT * FROM messages WHERE part_of = ? AND state = 'SENDING' ORDER BY id")
                .param(lead.id().value())
                .query(Messages::message)
                .list();
    }

    /** The same, and then the lead itself. */
    List<Message> together(Message lead) {
        List<Message> all = new ArrayList<>(of(lead));
        all.add(lead);
        return all;
    }

    /** They are messages of their own again. */
    void release(Message lead, Instant next) {
        jdbc.sql("""
                        UPDATE messages SET state = 'PLANNED', part_of = NULL, next_attempt = ?
                        WHERE part_of = ? AND state = 'SENDING'
                        """).params(next.atOffset(UTC), lead.id().value()).update();
    }

    private JdbcClient.StatementSpec select(
            String sql, Message lead, Visit visit, List<ClientId> clients, Instant until) {
        SeriesId series = seriesOf(lead, visit);
        return jdbc.sql(sql)
                .param("clients", clients.stream().map(ClientId::value).toArray(UUID[]::new))
                .param("lead", lead.id().value())
                .param("appointment", visit.appointmentId().value())
                .param("series", series == null ? null : series.value(), Types.OTHER)
                .param("until", until.atOffset(UTC));
    }

    /** Each visit is reminded of by itself. */
    private static @Nullable SeriesId seriesOf(Message lead, Visit visit) {
        return lead.kind().reminds() ? null : visit.seriesId();
    }
}
