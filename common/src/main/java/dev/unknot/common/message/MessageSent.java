package dev.unknot.common.message;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.time.Instant;
import java.util.UUID;

/** A gateway took a message over. */
@Announced(type = "dev.unknot.message.sent.v1", topic = Topics.MESSAGES)
public record MessageSent(
        MessageId id, AppointmentId appointmentId, ClientId clientId, MessageKind kind, Channel channel, Instant sentAt)
        implements MessageEvent {

    @Override
    public UUID subject() {
        return id.value();
    }
}
