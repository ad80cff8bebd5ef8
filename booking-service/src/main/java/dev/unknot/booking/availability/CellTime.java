package dev.unknot.booking.availability;

import dev.unknot.common.time.Grid;
import java.time.Instant;

/** The way from instants and minutes to whole cells that {@link Grid} does not offer: rounding up. */
final class CellTime {

    private CellTime() {}

    /** The first cell that starts at the instant or later. */
    static long ceil(Instant instant) {
        return Grid.fits(instant) ? Grid.cell(instant) : Grid.cell(instant) + 1;
    }

    static int ofMinutes(int minutes) {
        return Math.ceilDiv(minutes, Grid.MINUTES);
    }
}
