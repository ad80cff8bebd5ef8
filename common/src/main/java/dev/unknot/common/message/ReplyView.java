package dev.unknot.common.message;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a client answered, as {@code GET /api/v1/replies} shows it to staff.
 *
 * @param phone the number it came from, E.164, to call back; null unless it is for a person to read
 * @param text as it came; null unless it is for a person to read
 * @param handledAt when somebody dealt with it; null: nobody has yet, or nobody needs to
 */
public record ReplyView(
        ReplyId id,
        long version,
        @Nullable ClientId clientId,
        @Nullable AppointmentId appointmentId,
        @Nullable LocationId locationId,
        Answer answer,
        @Nullable String phone,
        @Nullable String text,
        Instant receivedAt,
        @Nullable Instant handledAt) {

    /** Without what they wrote. */
    @Override
    public String toString() {
        return "ReplyView[id=" + id + "]";
    }
}
