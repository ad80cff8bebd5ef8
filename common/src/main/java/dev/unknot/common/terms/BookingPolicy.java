package dev.unknot.common.terms;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * On what conditions a location takes bookings; also the body of {@code PUT /api/v1/locations/{id}/booking-policy}, the
 * whole policy. Days, weeks (from Monday) and months are the location's own; sessions count over the whole chain.
 *
 * @param cadenceMinutes starts are offered at multiples of this since local midnight, a multiple of 5; null: the treatment's
 * @param noticeMinutes least time between booking and start, the treatment's if that is longer; null: the treatment's
 * @param horizonDays how many days ahead may be booked, today not counted; null: as far as schedules reach
 * @param sessionsPerClientPerDay null: any number
 * @param sessionsPerClientPerWeek null: any number
 * @param sessionsPerTherapistPerDay null: any number
 * @param cancellationWindow a cancellation by or for a client less than this before the start is late; whole minutes, 30
 *     days at most
 * @param noShowGrace how long after the start a client who has not come is still waited for; whole minutes, 4 hours at most
 * @param noShowsBeforeApproval from this many no-shows on a client's bookings need staff's approval; null: they never do
 * @param noShowMonths how many months back no-shows count; null together with {@code noShowsBeforeApproval} only
 */
public record BookingPolicy(
        @Nullable @Min(5) @Max(1440) Integer cadenceMinutes,
        @Nullable @Min(0) @Max(43200) Integer noticeMinutes,
        @Nullable @Min(1) @Max(730) Integer horizonDays,
        @Nullable @Min(1) @Max(100) Integer sessionsPerClientPerDay,
        @Nullable @Min(1) @Max(100) Integer sessionsPerClientPerWeek,
        @Nullable @Min(1) @Max(100) Integer sessionsPerTherapistPerDay,
        @NotNull Duration cancellationWindow,
        @NotNull Duration noShowGrace,
        @Nullable @Min(1) @Max(100) Integer noShowsBeforeApproval,
        @Nullable @Min(1) @Max(36) Integer noShowMonths) {

    /** Of a location that never put another. */
    public static final BookingPolicy USUAL =
            new BookingPolicy(null, null, null, null, null, null, Duration.ofHours(24), Duration.ZERO, null, null);
}
