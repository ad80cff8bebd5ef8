package dev.unknot.notification.message;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientMerge;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageId;
import dev.unknot.common.message.MessageKind;
import dev.unknot.common.message.MessageState;
import dev.unknot.platform.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's rows, for whoever plans and sends. */
@Repository
class Messages {
    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Plans it anew, or at another time, or again after it was dropped; the caller holds what is there already. */
    void plan(PlannedMessage message) {
        jdbc.sql("""
                        INSERT INTO messages (id, client_id, appointment_id, location_id, kind, revision, channel, copy,
                                              version, state, due, expires, next_attempt, claim, attempts)
                        VALUES (:id, :client, :appointment, :location, :kind, :revision, :channel, :copy,
                                0, 'PLANNED', :due, :expires, :due, 0, 0)
                        ON CONFLICT ON CONSTRAINT a_message_is_planned_once DO UPDATE
                        SET state = 'PLANNED', reason = NULL, due = excluded.due, expires = excluded.expires,
                            next_attempt = excluded.due
                        WHERE messages.state = 'DROPPED'
                           OR messages.state = 'PLANNED'
                              AND (messages.due, messages.expires) <> (excluded.due, excluded.expires)
                        """)
                .param("id", Ids.next())
                .param("client", message.clientId().value())
                .param("appointment", message.appointmentId().value())
                .param("location", message.locationId().value())
                .param("kind", message.kind().name())
                .param("revision", message.revision())
                .param("channel", message.channel().name())
                .param("copy", message.copy())
                .param("due", message.due().atOffset(UTC))
                .param("expires", message.expires().atOffset(UTC))
                .update();
    }

    /** The same message on another channel, unless one was ever planned there; whether it is planned now. */
    boolean planElsewhere(Message message, Channel channel) {
        return jdbc.sql("""
                        INSERT INTO messages (id, client_id, appointment_id, location_id, kind, revision, channel, copy,
                                              version, state, due, expires, next_attempt, claim, attempts)
                        SELECT :id, client_id, appointment_id, location_id, kind, revision, :channel, copy,
                               0, 'PLANNED', due, expires, due, 0, 0
                        FROM messages WHERE id = :original
                        ON CONFLICT ON CONSTRAINT a_message_is_planned_once DO NOTHING
                        """)
                        .param("id", Ids.next())
                        .param("channel", channel.name())
                        .param("original", message.id().value())
                        .update()
                == 1;
    }

    /** What is to tell the same on another channel and has not gone out, held until the transaction ends. */
    List<Message> holdElsewhere(Message message) {
        return jdbc.sql("""
                        SELECT * FROM messages
                        WHERE client_id = :client AND appointment_id = :appointment AND kind = :kind
                          AND revision = :revision AND channel <> :channel
                          AND state IN ('PLANNED', 'SENDING') AND part_of IS NULL
                        ORDER BY id FOR UPDATE
                        """)
                .param("client", message.clientId().value())
                .param("appointment", message.appointmentId().value())
                .param("kind", message.kind().name())
                .param("revision", message.revision())
                .param("channel", message.channel().name())
                .query(Messages::message)
                .list();
    }

    /** All of a visit, held until the transaction ends, so that nobody begins to send what is being planned anew. */
    List<LedgerEntry> hold(AppointmentId appointment) {
        List<UUID> held = jdbc.sql("SELECT id FROM messages WHERE appointment_id = ? ORDER BY id FOR UPDATE")
                .param(appointment.value())
                .query(UUID.class)
                .list();
        return held.isEmpty() ? List.of() : entries(appointment);
    }

    /** Those of a client that are not under way, held until the transaction ends. */
    List<Message> holdPlanned(ClientId client) {
        return jdbc.sql("SELECT * FROM messages WHERE client_id = ? AND state = 'PLANNED' ORDER BY id FOR UPDATE")
                .param(client.value())
                .query(Messages::message)
                .list();
    }

    /** What one client has been told of a visit the other has been told from now on. */
    void handOver(AppointmentId appointment, ClientMerge merge) {
        jdbc.sql("UPDATE messages SET client_id = ? WHERE appointment_id = ? AND client_id = ?")
                .params(
                        merge.kept().value(),
                        appointment.value(),
                        merge.duplicate().value())
                .update();
    }

    /** Those of visits at which the duplicate is not expected. */
    void handOverSeatless(ClientMerge merge) {
        jdbc.sql("""
                        UPDATE messages SET client_id = :kept WHERE client_id = :duplicate AND NOT EXISTS (
                            SELECT FROM seats WHERE seats.appointment_id = messages.appointment_id
                                AND seats.client_id = :duplicate)
                        """)
                .param("kept", merge.kept().value())
                .param("duplicate", merge.duplicate().value())
                .update();
    }

    private List<LedgerEntry> entries(AppointmentId appointment) {
        return jdbc.sql("""
                        SELECT messages.*, state = 'SENT' OR EXISTS (
                                   SELECT FROM attempts WHERE message_id = coalesce(part_of, messages.id)
                                   AND (outcome IS NULL OR outcome IN ('ACCEPTED', 'UNKNOWN')))
                               OR state IN ('DROPPED', 'FAILED') AND EXISTS (
                                   SELECT FROM unreached_clients calls
                                   WHERE calls.appointment_id = messages.appointment_id
                                     AND calls.client_id = messages.client_id
                                     AND calls.revision = messages.revision
                                     AND (calls.kind = 'CANCELLATION') = (messages.kind = 'CANCELLATION')) AS reached
                        FROM messages WHERE appointment_id = ? ORDER BY id
                        """).param(appointment.value()).query(Messages::entry).list();
    }

    /**
     * Leases messages of a channel whose time has come, and those whose lease has ended without a word. Rows another dispatcher is
     * about to claim are passed over.
     *
     * @param late only reminders of which half of their time is over, which go by the other channel if this one fails
     */
    List<Message> claim(Channel channel, Instant now, Instant leaseEnd, int limit, boolean late) {
        return jdbc.sql("""
                        UPDATE messages
                        SET state = 'SENDING', claim = claim + 1, next_attempt = :leaseEnd
                        WHERE id IN (SELECT id FROM messages
                                     WHERE channel = :channel AND state IN ('PLANNED', 'SENDING')
                                       AND part_of IS NULL AND next_attempt <= :now
                                       AND (NOT :late OR kind IN ('FIRST_REMINDER', 'LAST_REMINDER')
                                            AND due + (expires - due) / 2 < :now)
                                     ORDER BY next_attempt LIMIT :limit FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("channel", channel.name())
                .param("leaseEnd", leaseEnd.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .param("limit", limit)
                .param("late", late)
                .query(Messages::message)
                .list();
    }

    /** Whether the lease is still this one's; if so, the row is held until the transaction ends. */
    boolean hold(Message message) {
        return jdbc.sql("SELECT id FROM messages WHERE id = ? AND claim = ? AND state = 'SENDING' FOR UPDATE")
                .params(message.id().value(), message.claim())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** @param asks whether the client is asked to say that they will come */
    void countAttempt(Message message, boolean asks) {
        jdbc.sql("UPDATE messages SET attempts = attempts + 1, asks = ? WHERE id = ?")
                .params(asks, message.id().value())
                .update();
    }

    /** Gives the message back until then. */
    void postpone(Message message, Instant until) {
        jdbc.sql("UPDATE messages SET state = 'PLANNED', next_attempt = ? WHERE id = ?")
                .params(until.atOffset(UTC), message.id().value())
                .update();
    }

    /** Gives a message back for which nothing was done; what may be under way stays so. */
    void giveBack(Message message, Instant now) {
        jdbc.sql("""
                        UPDATE messages
                        SET next_attempt = :now,
                            state = CASE WHEN EXISTS (SELECT FROM attempts WHERE message_id = :id AND ended_at IS NULL)
                                         THEN 'SENDING' ELSE 'PLANNED' END
                        WHERE id = :id
                        """)
                .param("now", now.atOffset(UTC))
                .param("id", message.id().value())
                .update();
    }

    /** Keeps it neither planned nor sent, so that nobody drops or sends what may be under way. */
    void askAgain(Message message, Instant at) {
        jdbc.sql("UPDATE messages SET next_attempt = ? WHERE id = ?")
                .params(at.atOffset(UTC), message.id().value())
                .update();
    }

    void sent(Message message, String gatewayId, Instant at) {
        jdbc.sql("""
                        UPDATE messages SET state = 'SENT', version = version + 1, sent_at = ?, gateway_id = ?
                        WHERE id = ?
                        """).params(at.atOffset(UTC), gatewayId, message.id().value()).update();
    }

    /** The newest revision before this message's of which a gateway took something for the client, or may have. */
    Optional<Long> toldBefore(Message message) {
        return jdbc.sql("""
                        SELECT max(revision) FROM messages
                        WHERE appointment_id = :appointment AND client_id = :client AND revision < :revision
                          AND kind <> 'CANCELLATION'
                          AND (state = 'SENT' OR EXISTS (
                                   SELECT FROM attempts WHERE message_id = coalesce(part_of, messages.id)
                                   AND (outcome IS NULL OR outcome IN ('ACCEPTED', 'UNKNOWN'))))
                        """)
                .param("appointment", message.appointmentId().value())
                .param("client", message.clientId().value())
                .param("revision", message.revision())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    void giveUp(Message message, MessageState state, DropReason reason) {
        jdbc.sql("UPDATE messages SET state = ?, version = version + 1, reason = ? WHERE id = ?")
                .params(state.name(), reason.code(), message.id().value())
                .update();
    }

    boolean anySent(ClientId client, Channel channel) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM messages WHERE client_id = ? AND channel = ? AND state = 'SENT')")
                .params(client.value(), channel.name())
                .query(Boolean.class)
                .single();
    }

    /** To whom that mail went, and when; empty: it is none of ours. */
    Optional<Reader> readerOf(MessageId mail) {
        return jdbc.sql(
                        "SELECT client_id, coalesce(sent_at, due) AS at FROM messages WHERE id = ? AND channel = 'EMAIL'")
                .param(mail.value())
                .query((row, number) -> new Reader(
                        new ClientId(row.getObject("client_id", UUID.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    record Reader(ClientId client, Instant sentAt) {}

    boolean known(String gatewayId) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM messages WHERE gateway_id = ?)")
                .param(gatewayId)
                .query(Boolean.class)
                .single();
    }

    /** What the gateway took over under that id: one message, or several that went out as one. */
    List<Message> sentAs(String gatewayId) {
        return jdbc.sql("SELECT * FROM messages WHERE gateway_id = ? AND state = 'SENT' ORDER BY id")
                .param(gatewayId)
                .query(Messages::message)
                .list();
    }

    private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                message(row, number),
                MessageState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getBoolean("reached"));
    }

    static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                new MessageId(row.getObject("id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                MessageKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                row.getLong("revision"),
                row.getLong("version"),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                row.getObject("expires", OffsetDateTime.class).toInstant(),
                row.getObject("next_attempt", OffsetDateTime.class).toInstant(),
                row.getLong("claim"),
                row.getInt("attempts"));
    }
}
