package dev.unknot.booking.availability;

import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.LongBinaryOperator;

/**
 * An immutable set of grid cells, 64 to a word. Words are counted from the epoch, so that any two sets are aligned and
 * can be combined word by word; outside the words it stores, a set is all empty or all full.
 */
final class Cells implements FreeTime {

    static final Cells NONE = new Cells(0, new long[0], 0);
    static final Cells ALL = new Cells(0, new long[0], -1);

    private final long first;
    private final long[] words;
    private final long outside;

    private Cells(long first, long[] words, long outside) {
        this.first = first;
        this.words = words;
        this.outside = outside;
    }

    /** The cells that lie wholly in the bounds and the ranges; ranges that touch count as one. */
    static Cells inside(TimeRange bounds, List<TimeRange> ranges) {
        List<TimeRange> joined = joined(ranges);
        if (joined.isEmpty()) {
            return NONE;
        }
        long from = Math.max(
                CellTime.ceil(bounds.start()), CellTime.ceil(joined.getFirst().start()));
        long to = Math.min(Grid.cell(bounds.end()), Grid.cell(joined.getLast().end()));
        if (from >= to) {
            return NONE;
        }
        Builder cells = new Builder(from, to);
        for (TimeRange range : joined) {
            cells.add(CellTime.ceil(range.start()), Grid.cell(range.end()));
        }
        return cells.build();
    }

    /** The cells that none of the ranges touches, without bounds. */
    static Cells outside(List<TimeRange> ranges) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (TimeRange range : ranges) {
            from = Math.min(from, Grid.cell(range.start()));
            to = Math.max(to, CellTime.ceil(range.end()));
        }
        if (from >= to) {
            return ALL;
        }
        Builder taken = new Builder(from, to);
        for (TimeRange range : ranges) {
            taken.add(Grid.cell(range.start()), CellTime.ceil(range.end()));
        }
        Cells touched = taken.build();
        long[] inverse = new long[touched.words.length];
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = ~touched.words[i];
        }
        return new Cells(touched.first, inverse, -1);
    }

    /** Its cells and the others'. */
    Cells with(Cells others) {
        return others == NONE ? this : combined(others, (mine, theirs) -> mine | theirs);
    }

    /** Its cells and all that are not among the others. */
    Cells withAllBut(Cells others) {
        return others == NONE ? ALL : combined(others, (mine, theirs) -> mine | ~theirs);
    }

    private Cells combined(Cells others, LongBinaryOperator operator) {
        long from = Math.min(from(others), others.from(this));
        long to = Math.max(from(others) + words.length, others.from(this) + others.words.length);
        long[] mine = new long[Math.toIntExact(to - from)];
        long[] theirs = new long[mine.length];
        copy(from, mine, 0, mine.length);
        others.copy(from, theirs, 0, theirs.length);
        Arrays.setAll(mine, i -> operator.applyAsLong(mine[i], theirs[i]));
        return new Cells(from, mine, operator.applyAsLong(outside, others.outside));
    }

    /** Where its words begin, or the other's if it has none. */
    private long from(Cells other) {
        return words.length == 0 ? other.first : first;
    }

    private static List<TimeRange> joined(List<TimeRange> ranges) {
        Deque<TimeRange> joined = new ArrayDeque<>();
        ranges.stream().sorted(Comparator.comparing(TimeRange::start)).forEach(range -> {
            TimeRange last = joined.peekLast();
            if (last == null || last.end().isBefore(range.start())) {
                joined.addLast(range);
            } else if (last.end().isBefore(range.end())) {
                joined.removeLast();
                joined.addLast(new TimeRange(last.start(), range.end()));
            }
        });
        return List.copyOf(joined);
    }

    @Override
    public void copy(long start, long[] into, int length, Instant now) {
        copy(start, into, 0, length);
    }

    /** Copies the words from {@code start} on, counted from the epoch, to {@code into[at]} and on. */
    void copy(long start, long[] into, int at, int length) {
        int from = (int) Math.clamp(first - start, 0, length);
        int to = (int) Math.clamp(first + words.length - start, from, length);
        Arrays.fill(into, at, at + from, outside);
        if (from < to) {
            System.arraycopy(words, (int) (start + from - first), into, at + from, to - from);
        }
        Arrays.fill(into, at + to, at + length, outside);
    }

    /** Collects cells within bounds that are known beforehand; what lies beyond them is cut off. */
    static final class Builder {

        private final long from;
        private final long to;
        private final long first;
        private final long[] words;

        Builder(long from, long to) {
            this.from = from;
            this.to = to;
            this.first = Math.floorDiv(from, Long.SIZE);
            this.words = new long[Math.toIntExact(Math.ceilDiv(to, (long) Long.SIZE) - first)];
        }

        void add(long start, long end) {
            Words.set(
                    words,
                    0,
                    words.length,
                    Math.max(start, from) - first * Long.SIZE,
                    Math.min(end, to) - first * Long.SIZE);
        }

        Cells build() {
            return new Cells(first, words, 0);
        }
    }
}
