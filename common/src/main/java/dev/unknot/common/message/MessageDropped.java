package dev.unknot.common.message;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.UUID;

/**
 * A message was not sent, on purpose or after all attempts.
 *
 * @param reason a code: {@code opted-out}, {@code cancelled}, {@code expired}, {@code no-address}, {@code refused},
 *     {@code superseded}, {@code outcome-unknown}, {@code started}, {@code quiet-hours}, {@code unreachable},
 *     {@code gateway-away}, {@code arrived-otherwise}
 */
@Announced(type = "dev.unknot.message.dropped.v1", topic = Topics.MESSAGES)
public record MessageDropped(
        MessageId id, AppointmentId appointmentId, ClientId clientId, MessageKind kind, Channel channel, String reason)
        implements MessageEvent {

    @Override
    public UUID subject() {
        return id.value();
    }
}
