package dev.unknot.booking.availability;

import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;

/** Cells from one to before another. */
record CellRange(long from, long to) {

    static CellRange of(TimeRange range) {
        return new CellRange(Grid.cell(range.start()), CellTime.ceil(range.end()));
    }

    CellRange within(long first, long end) {
        return new CellRange(Math.max(from, first), Math.min(to, end));
    }

    boolean liesIn(long first, long end) {
        return from >= first && to <= end;
    }

    /** Whether all of it is among the cells, judged as the laws judge a start; nothing is among any. */
    boolean among(Cells cells) {
        if (from >= to) {
            return true;
        }
        Starts one = new Starts(from, from + 1);
        one.keepRuns(cells, 0, Math.toIntExact(to - from));
        return !one.isEmpty();
    }
}
