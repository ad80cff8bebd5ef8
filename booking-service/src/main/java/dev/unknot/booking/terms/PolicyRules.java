package dev.unknot.booking.terms;

import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.common.time.Grid;
import dev.unknot.platform.problem.Rejection;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** What makes a booking policy one that can be kept, beyond the bounds of each of its fields. */
final class PolicyRules {

    private static final Duration LONGEST_WINDOW = Duration.ofDays(30);
    private static final Duration LONGEST_GRACE = Duration.ofHours(4);

    private PolicyRules() {}

    static void require(BookingPolicy policy) {
        Integer cadence = policy.cadenceMinutes();
        if (cadence != null && !Grid.fits(cadence)) {
            throw Rejection.invalid(
                    "off-grid", "Minutes are multiples of 5, but these are " + cadence + ".", "cadenceMinutes");
        }
        requireLength(policy.cancellationWindow(), LONGEST_WINDOW, "cancellationWindow");
        requireLength(policy.noShowGrace(), LONGEST_GRACE, "noShowGrace");
        if ((policy.noShowsBeforeApproval() == null) != (policy.noShowMonths() == null)) {
            throw Rejection.invalid(
                    "no-shows-incomplete",
                    "No-shows are counted up to a number and over a number of months.",
                    policy.noShowMonths() == null ? "noShowMonths" : "noShowsBeforeApproval");
        }
    }

    private static void requireLength(Duration length, Duration most, String field) {
        if (length.isNegative()
                || length.compareTo(most) > 0
                || !length.equals(length.truncatedTo(ChronoUnit.MINUTES))) {
            throw Rejection.invalid(
                    "duration-out-of-range",
                    "This lasts whole minutes and at most " + most.toHours() + " hours, but was " + length + ".",
                    field);
        }
    }
}
