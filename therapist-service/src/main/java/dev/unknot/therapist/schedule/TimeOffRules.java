package dev.unknot.therapist.schedule;

import dev.unknot.common.time.Era;
import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.problem.Rejection;
import java.time.Duration;
import java.time.Instant;

/** What a time off may be. */
public final class TimeOffRules {

    private static final Duration LONGEST = Duration.ofDays(366);

    private TimeOffRules() {}

    /** The first rule that is broken is thrown. */
    public static TimeRange accepted(Instant start, Instant end) {
        requireOnGrid(start, "start");
        requireOnGrid(end, "end");
        if (!start.isBefore(end)) {
            throw Rejection.invalid("range-empty", "A time off ends after it starts.", "end");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw Rejection.invalid(
                    "time-off-too-long", "A time off lasts at most " + LONGEST.toDays() + " days.", "end");
        }
        return new TimeRange(start, end);
    }

    private static void requireOnGrid(Instant instant, String field) {
        if (!Era.includes(instant)) {
            throw Rejection.malformed("invalid-request", "A time off lies in the years 1970 to 2199.", field);
        }
        if (!Grid.fits(instant)) {
            throw Rejection.invalid(
                    "time-off-off-grid",
                    "A time off starts and ends on full five minutes, but this is " + instant + ".",
                    field);
        }
    }
}
