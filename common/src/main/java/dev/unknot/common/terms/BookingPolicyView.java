package dev.unknot.common.terms;

import dev.unknot.common.location.LocationId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A location's booking policy as the API shows it; the components mean what they mean in {@link BookingPolicy}.
 *
 * @param version 0 as long as nobody has put one
 */
public record BookingPolicyView(
        LocationId locationId,
        long version,
        @Nullable Integer cadenceMinutes,
        @Nullable Integer noticeMinutes,
        @Nullable Integer horizonDays,
        @Nullable Integer sessionsPerClientPerDay,
        @Nullable Integer sessionsPerClientPerWeek,
        @Nullable Integer sessionsPerTherapistPerDay,
        Duration cancellationWindow,
        Duration noShowGrace,
        @Nullable Integer noShowsBeforeApproval,
        @Nullable Integer noShowMonths) {

    public static BookingPolicyView of(LocationId location, long version, BookingPolicy policy) {
        return new BookingPolicyView(
                location,
                version,
                policy.cadenceMinutes(),
                policy.noticeMinutes(),
                policy.horizonDays(),
                policy.sessionsPerClientPerDay(),
                policy.sessionsPerClientPerWeek(),
                policy.sessionsPerTherapistPerDay(),
                policy.cancellationWindow(),
                policy.noShowGrace(),
                policy.noShowsBeforeApproval(),
                policy.noShowMonths());
    }
}
