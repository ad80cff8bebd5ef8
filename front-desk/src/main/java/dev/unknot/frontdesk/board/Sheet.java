package dev.unknot.frontdesk.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day of a location, ready to be drawn.
 *
 * @param columns one of each therapist, in the same order on each day
 * @param rooms those that are blocked for part of it
 * @param now null on any day but today, and when the sheet does not reach it
 */
record Sheet(
        DayGrid grid,
        List<Column> columns,
        List<BlockedRoom> rooms,
        @Nullable NowLine now) {

    Sheet {
        columns = List.copyOf(columns);
        rooms = List.copyOf(rooms);
    }
}
