package dev.unknot.booking.availability;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * What is free at a location, derived week by week from what there is and what is taken of it. A search reads all of a
 * location's places and therapists, so their words lie side by side.
 *
 * <p>A week is derived when first looked at and from then on kept up. One thread at a time writes, and readers take no
 * lock: all there is to see hangs on one reference, so that a reader sees one moment; a week that it has derived of that
 * moment is kept for others unless another moment has come.
 */
final class Board {

    private static final AtomicReferenceFieldUpdater<Board, Moment> MOMENT =
            AtomicReferenceFieldUpdater.newUpdater(Board.class, Moment.class, "moment");

    private final List<Row> rows;
    private final int first;
    private volatile Moment moment;

    /**
     * @param rows in the order in which they are numbered
     * @param from first cell of what is looked at often
     * @param to first cell after it
     */
    Board(List<Row> rows, long from, long to) {
        this.rows = rows;
        this.first = Page.number(from);
        Taken[] taken = new Taken[rows.size()];
        Arrays.setAll(taken, row -> rows.get(row).resource().taken());
        int weeks = from < to ? Page.number(to) + 1 - first : 0;
        this.moment = new Moment(taken, held(taken), new Week[weeks]);
    }

    /** @param base when it can be had at all */
    record Row(Resource resource, Cells base) {}

    List<Row> rows() {
        return rows;
    }

    /** Takes over what its resources have become. */
    void refresh() {
        while (true) {
            Moment known = moment;
            Taken[] taken = new Taken[rows.size()];
            Arrays.setAll(taken, row -> rows.get(row).resource().taken());
            Moment next = new Moment(taken, held(taken), known.weeks.clone());
            for (int row = 0; row < taken.length; row++) {
                if (taken[row] != known.taken[row]) {
                    refresh(next, known, row);
                }
            }
            if (MOMENT.compareAndSet(this, known, next)) {
                return;
            }
        }
    }

    private void refresh(Moment next, Moment known, int row) {
        for (int i = 0; i < next.weeks.length; i++) {
            Week week = next.weeks[i];
            if (week != null && next.taken[row].differs(known.taken[row], first + i)) {
                if (week == known.weeks[i]) {
                    week = new Week(week);
                    next.weeks[i] = week;
                }
                week.derive(row, first + i, rows.get(row).base(), next.taken[row]);
            }
        }
    }

    private static boolean[] held(Taken[] taken) {
        boolean[] held = new boolean[taken.length];
        for (int row = 0; row < held.length; row++) {
            held[row] = taken[row].isHeld();
        }
        return held;
    }

    View view() {
        return new View(this);
    }

    private Moment look(int low, int high) {
        while (true) {
            Moment known = moment;
            int end = Math.min(high + 1 - first, known.weeks.length);
            int begin = Math.max(low - first, 0);
            if (known.hasAll(begin, end)) {
                return known;
            }
            Moment next = new Moment(known.taken, known.held, known.weeks.clone());
            for (int i = begin; i < end; i++) {
                if (next.weeks[i] == null) {
                    next.weeks[i] = derive(known, first + i);
                }
            }
            if (MOMENT.compareAndSet(this, known, next)) {
                return next;
            }
        }
    }

    private Week derive(Moment known, int number) {
        Week week = new Week(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            week.derive(row, number, rows.get(row).base(), known.taken[row]);
        }
        return week;
    }

    private static final class Moment {

        private final Taken[] taken;
        private final boolean[] held;
        private final @Nullable Week[] weeks;

        Moment(Taken[] taken, boolean[] held, @Nullable Week[] weeks) {
            this.taken = taken;
            this.held = held;
            this.weeks = weeks;
        }

        private boolean hasAll(int from, int to) {
            for (int i = from; i < to; i++) {
                if (weeks[i] == null) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What one search sees of it. */
    static final class View {

        private final Board board;
        private Moment seen;

        private View(Board board) {
            this.board = board;
            this.seen = board.moment;
        }

        /** Looks anew, at the words from one to before another. */
        void look(long from, long to) {
            seen = board.look(Page.ofWord(from), Page.ofWord(to - 1));
        }

        FreeTime row(int row) {
            return (start, into, length, now) -> copy(row, start, into, length, now);
        }

        private void copy(int row, long start, long[] into, int length, Instant now) {
            int number = Page.ofWord(start);
            int from = (int) (start - (long) number * Page.WORDS);
            for (int done = 0; done < length; number++, from = 0) {
                int part = Math.min(length - done, Page.WORDS - from);
                int i = number - board.first;
                Week week = i >= 0 && i < seen.weeks.length ? seen.weeks[i] : null;
                if (week == null) {
                    FreeTime.of(board.rows.get(row).base(), seen.taken[row]).copy(start, into, length, now);
                    return;
                }
                week.copy(row, from, into, done, part);
                done += part;
            }
            if (seen.held[row]) {
                seen.taken[row].clearHeld(start, into, length, now);
            }
        }
    }
}
