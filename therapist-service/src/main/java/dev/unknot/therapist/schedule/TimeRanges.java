package dev.unknot.therapist.schedule;

import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A set of instants as ranges: ascending, disjoint and not touching. */
public record TimeRanges(List<TimeRange> ranges) {

    public static final TimeRanges NONE = new TimeRanges(List.of());

    public TimeRanges {
        ranges = List.copyOf(ranges);
        for (int i = 1; i < ranges.size(); i++) {
            if (!ranges.get(i - 1).end().isBefore(ranges.get(i).start())) {
                throw new IllegalArgumentException("time ranges ascend and do not touch, but were " + ranges);
            }
        }
    }

    /** Ranges in any order; those that overlap or touch become one. */
    public static TimeRanges union(Collection<TimeRange> parts) {
        List<TimeRange> merged = new ArrayList<>();
        for (TimeRange next :
                parts.stream().sorted(Comparator.comparing(TimeRange::start)).toList()) {
            if (!merged.isEmpty() && !next.start().isAfter(merged.getLast().end())) {
                TimeRange last = merged.removeLast();
                merged.add(new TimeRange(last.start(), later(last.end(), next.end())));
            } else {
                merged.add(next);
            }
        }
        return new TimeRanges(merged);
    }

    public TimeRanges within(TimeRange bounds) {
        return intersection(new TimeRanges(List.of(bounds)));
    }

    public TimeRanges intersection(TimeRanges other) {
        List<TimeRange> common = new ArrayList<>();
        int mine = 0;
        int theirs = 0;
        while (mine < ranges.size() && theirs < other.ranges.size()) {
            TimeRange a = ranges.get(mine);
            TimeRange b = other.ranges.get(theirs);
            if (a.overlaps(b)) {
                common.add(new TimeRange(later(a.start(), b.start()), earlier(a.end(), b.end())));
            }
            if (a.end().isBefore(b.end())) {
                mine++;
            } else {
                theirs++;
            }
        }
        return new TimeRanges(common);
    }

    /** What lies in none of the others. */
    public TimeRanges minus(TimeRanges others) {
        List<TimeRange> left = new ArrayList<>();
        int theirs = 0;
        for (TimeRange range : ranges) {
            Instant from = range.start();
            while (theirs < others.ranges.size()
                    && !others.ranges.get(theirs).end().isAfter(from)) {
                theirs++;
            }
            for (int i = theirs;
                    i < others.ranges.size() && others.ranges.get(i).overlaps(range);
                    i++) {
                if (from.isBefore(others.ranges.get(i).start())) {
                    left.add(new TimeRange(from, others.ranges.get(i).start()));
                }
                from = others.ranges.get(i).end();
            }
            if (from.isBefore(range.end())) {
                left.add(new TimeRange(from, range.end()));
            }
        }
        return new TimeRanges(left);
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
