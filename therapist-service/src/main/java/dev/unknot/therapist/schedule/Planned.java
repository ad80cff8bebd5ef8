package dev.unknot.therapist.schedule;

import dev.unknot.common.time.Era;
import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.problem.Rejection;
import java.time.Duration;
import java.time.Instant;

/** What takes time out of the week's plan once, and what it may be. */
public enum Planned {
    TIME_OFF("A time off", "time-off-off-grid", "time-off-too-long", "time-off-overlaps"),
    CLOSURE("A closure", "closure-off-grid", "closure-too-long", "closure-overlaps"),
    OUTAGE("An outage", "outage-off-grid", "outage-too-long", "outage-overlaps");

    private static final Duration LONGEST = Duration.ofDays(366);

    private final String noun;
    private final String offGrid;
    private final String tooLong;
    private final String overlaps;

    Planned(String noun, String offGrid, String tooLong, String overlaps) {
        this.noun = noun;
        this.offGrid = offGrid;
        this.tooLong = tooLong;
        this.overlaps = overlaps;
    }

    /** The first rule that is broken is thrown. */
    public TimeRange accepted(Instant start, Instant end) {
        requireOnGrid(start, "start");
        requireOnGrid(end, "end");
        if (!start.isBefore(end)) {
            throw Rejection.invalid("range-empty", noun + " ends after it starts.", "end");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw Rejection.invalid(tooLong, noun + " lasts at most " + LONGEST.toDays() + " days.", "end");
        }
        return new TimeRange(start, end);
    }

    /** That a part of it was planned before. */
    public Rejection overlaps() {
        return Rejection.conflict(overlaps, noun + " covers a part of that time already.")
                .at("start");
    }

    private void requireOnGrid(Instant instant, String field) {
        if (!Era.includes(instant)) {
            throw Rejection.malformed("invalid-request", noun + " lies in the years 1970 to 2199.", field);
        }
        if (!Grid.fits(instant)) {
            throw Rejection.invalid(
                    offGrid, noun + " starts and ends on full five minutes, but this is " + instant + ".", field);
        }
    }
}
