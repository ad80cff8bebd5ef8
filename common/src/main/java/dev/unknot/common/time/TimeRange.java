package dev.unknot.common.time;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;

/**
 * The half-open range {@code [start, end)}; never empty, so ranges that merely touch do not overlap.
 *
 * @param start first instant inside
 * @param end first instant after it, later than {@code start}
 */
public record TimeRange(Instant start, Instant end) {

    public TimeRange {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "a time range ends after it starts, but was [" + start + ", " + end + ")");
        }
    }

    public static TimeRange of(Instant start, Duration length) {
        return new TimeRange(start, start.plus(length));
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    public boolean encloses(TimeRange other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    public boolean overlaps(TimeRange other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** This range made longer at both ends; a negative length is refused. */
    public TimeRange padded(Duration before, Duration after) {
        if (before.isNegative() || after.isNegative()) {
            throw new IllegalArgumentException("padding is not negative, but was " + before + " and " + after);
        }
        return new TimeRange(start.minus(before), end.plus(after));
    }

    @JsonIgnore
    public Duration length() {
        return Duration.between(start, end);
    }
}
