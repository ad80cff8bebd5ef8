package dev.unknot.booking.availability;

import dev.unknot.booking.availability.Supply.Rostered;
import dev.unknot.common.time.Grid;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A location with who works there.
 *
 * @param staff by id
 * @param board the location's places, then its staff
 */
record Site(LocationTime location, List<Rostered> staff, Board board) {

    /** A room's turnover may pass closing time, and so the horizon. */
    private static final long MARGIN = Duration.ofDays(1).dividedBy(Grid.CELL);

    static Site of(LocationTime location, List<Rostered> staff) {
        List<Board.Row> rows = Stream.concat(
                        location.places().stream().map(place -> new Board.Row(place.resource(), place.usable())),
                        staff.stream().map(one -> new Board.Row(one.therapist().resource(), one.working())))
                .toList();
        return new Site(location, staff, new Board(rows, location.from(), location.to() + MARGIN));
    }
}
