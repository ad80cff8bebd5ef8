package dev.unknot.booking.availability;

import dev.unknot.common.time.Grid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** Starts every so many minutes from local midnight on, by the clock on the wall. */
final class Cadence {

    private static final int A_DAY = Math.toIntExact(Duration.ofDays(1).dividedBy(Grid.CELL));

    private static final long CELL = Grid.CELL.toSeconds();

    private Cadence() {}

    /**
     * The clock of the wall is one with UTC between two transitions, so the offset is looked up once for each stretch, and
     * each day of it is a pattern of bits.
     *
     * @param minutes a multiple of the grid's
     */
    static void keep(Starts starts, ZoneId zone, int minutes) {
        int cells = minutes / Grid.MINUTES;
        long end = starts.firstCell() + (long) starts.words() * Long.SIZE;
        for (long from = starts.next(Long.MIN_VALUE); from < end; ) {
            Instant here = Grid.instant(from);
            long offset = zone.getRules().getOffset(here).getTotalSeconds();
            ZoneOffsetTransition change = zone.getRules().nextTransition(here);
            long to = change == null ? end : Math.min(end, CellTime.ceil(change.getInstant()));
            keep(starts, from, to, offset, cells);
            from = to;
        }
    }

    private static void keep(Starts starts, long from, long to, long offset, int cadence) {
        if (offset % CELL != 0) {
            starts.remove(from, to);
            return;
        }
        long local = offset / CELL;
        if (A_DAY % cadence == 0) {
            starts.keepEvery(cadence, Math.floorDiv(from + local, (long) A_DAY) * A_DAY - local, from, to);
            return;
        }
        for (long cell = from; cell < to; ) {
            long midnight = Math.floorDiv(cell + local, (long) A_DAY) * A_DAY - local;
            long end = Math.min(to, midnight + A_DAY);
            starts.keepEvery(cadence, midnight, cell, end);
            cell = end;
        }
    }
}
