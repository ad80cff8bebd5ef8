package dev.unknot.notification.message;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What else a client is being told of the same visit, so that messages arrive in the order in which things happened. */
@Repository
class OnItsWay {
    /**
     * @param sameChannel whether a call with another message on the same channel is still open
     * @param anyChannel the same on any channel
     * @param heard whether a gateway took, or may have taken, any other message, or staff were to call the client instead
     */
    record Others(boolean sameChannel, boolean anyChannel, boolean heard) {}

    private final JdbcClient jdbc;

    OnItsWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Others besides(Message message) {
        return jdbc.sql("""
                        SELECT coalesce(bool_or(outcome IS NULL AND channel = :channel), false) AS same_channel,
                               coalesce(bool_or(outcome IS NULL), false) AS any_channel,
                               coalesce(bool_or(outcome IN ('ACCEPTED', 'UNKNOWN')), false) OR EXISTS (
                                   SELECT FROM unreached_clients
                                   WHERE appointment_id = :appointment AND client_id = :client
                                     AND kind <> 'CANCELLATION') AS heard
                        FROM messages JOIN attempts ON message_id = coalesce(part_of, messages.id)
                        WHERE appointment_id = :appointment AND client_id = :client AND messages.id <> :id
                          AND (kind, revision) <> (:kind, :revision)
                        """)
                .param("channel", message.channel().name())
                .param("appointment", message.appointmentId().value())
                .param("client", message.clientId().value())
                .param("id", message.id().value())
                .param("kind", message.kind().name())
                .param("revision", message.revision())
                .query((row, number) -> new Others(
                        row.getBoolean("same_channel"), row.getBoolean("any_channel"), row.getBoolean("heard")))
                .single();
    }
}
