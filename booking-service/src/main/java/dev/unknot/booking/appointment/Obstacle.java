package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim that stands in somebody's way.
 *
 * @param by the appointment whose it is; null: it is a block's
 * @param expiresAt when it ends by itself, of a hold; null: it does not
 */
record Obstacle(
        UUID resource, @Nullable AppointmentId by, @Nullable Instant expiresAt) {

    /** Whether the lease is over, and only nobody has written it down. */
    boolean lapsed(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
