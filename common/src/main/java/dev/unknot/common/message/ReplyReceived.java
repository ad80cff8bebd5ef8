package dev.unknot.common.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client answered a message.
 *
 * @param clientId null: nobody known has that number
 * @param appointmentId what they answered about; null: nothing that was sent to them
 * @param revision of the appointment they had been told of; null with {@code appointmentId}
 */
@Announced(type = "dev.unknot.message.reply-received.v1", topic = Topics.MESSAGES)
public record ReplyReceived(
        ReplyId id,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ClientId clientId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AppointmentId appointmentId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long revision,
        Answer answer,
        Instant receivedAt)
        implements MessageEvent {

    @Override
    public UUID subject() {
        return id.value();
    }
}
