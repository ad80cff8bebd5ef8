package dev.unknot.frontdesk.board;

import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is left of working time, and where a booking in it may begin. */
final class FreeTime {

    /** Starts are offered at the quarters of the hour, and where something ends. */
    private static final int STEP = 15;

    private FreeTime() {}

    /** {@code ranges} less everything in {@code taken}. */
    static List<TimeRange> without(List<TimeRange> ranges, Collection<TimeRange> taken) {
        List<TimeRange> left = ranges;
        for (TimeRange hole : taken) {
            left = left.stream().flatMap(range -> cut(range, hole).stream()).toList();
        }
        return left;
    }

    /** {@code free} in pieces that each begin at a quarter of the wall clock's hour, and nothing before {@code now}. */
    static List<TimeRange> pieces(List<TimeRange> free, ZoneId zone, Instant now) {
        List<TimeRange> pieces = new ArrayList<>();
        for (TimeRange range : free) {
            long end = Grid.cell(range.end());
            long begin = Math.max(Grid.cell(range.start()), Grid.cell(now) + (Grid.fits(now) ? 0 : 1));
            for (long cell = begin; cell < end; ) {
                long next = cell + 1;
                while (next < end && Grid.instant(next).atZone(zone).getMinute() % STEP != 0) {
                    next++;
                }
                pieces.add(new TimeRange(Grid.instant(cell), Grid.instant(next)));
                cell = next;
            }
        }
        return pieces;
    }

    private static List<TimeRange> cut(TimeRange range, TimeRange hole) {
        if (!range.overlaps(hole)) {
            return List.of(range);
        }
        List<TimeRange> left = new ArrayList<>();
        if (range.start().isBefore(hole.start())) {
            left.add(new TimeRange(range.start(), hole.start()));
        }
        if (hole.end().isBefore(range.end())) {
            left.add(new TimeRange(hole.end(), range.end()));
        }
        return left;
    }
}
