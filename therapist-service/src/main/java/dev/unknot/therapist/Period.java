package dev.unknot.therapist;

import dev.unknot.common.time.Era;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.problem.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The time asked for by {@code from} and {@code to}. */
public final class Period {

    private static final Instant LAST =
            Era.LAST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();

    private Period() {}

    /** From the beginning to the end of time, where nothing else is asked for. */
    public static TimeRange ofAll(@Nullable Instant from, @Nullable Instant to, String what) {
        return of(
                from == null ? Instant.EPOCH : from,
                to == null ? LAST : to,
                Duration.between(Instant.EPOCH, LAST),
                what);
    }

    /** @param what is read, as in "A diary" */
    public static TimeRange of(Instant from, Instant to, Duration longest, String what) {
        requireInEra(from, "from", what);
        requireInEra(to, "to", what);
        if (!from.isBefore(to)) {
            throw Rejection.invalid("range-empty", "A range ends after it starts.", "to");
        }
        if (Duration.between(from, to).compareTo(longest) > 0) {
            throw Rejection.invalid(
                    "range-too-long", what + " is read for at most " + longest.toDays() + " days at once.", "to");
        }
        return new TimeRange(from, to);
    }

    private static void requireInEra(Instant instant, String parameter, String what) {
        if (!Era.includes(instant)) {
            throw Rejection.malformed("invalid-parameter", what + " is read for the years 1970 to 2199.", parameter);
        }
    }
}
