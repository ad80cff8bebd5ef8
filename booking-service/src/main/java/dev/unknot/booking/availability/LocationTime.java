package dev.unknot.booking.availability;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.time.Grid;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A location's opening hours and rooms as cells.
 *
 * @param from first cell of its horizon
 * @param to first cell after it
 * @param closed when it would be open, were it not closed just then
 * @param places the least capable rooms first, so that the rare ones stay free for who needs them
 * @param site null: nobody has said where it is
 */
record LocationTime(
        LocationId id,
        long version,
        ZoneId zone,
        long from,
        long to,
        Cells open,
        Cells closed,
        Terms terms,
        List<RoomTime> places,
        @Nullable Coordinates site) {

    private static final Comparator<RoomSnapshot> LEAST_CAPABLE_FIRST = Comparator.comparingInt(
                    (RoomSnapshot room) -> room.capabilities().size())
            .thenComparing(room -> room.id().value());

    static LocationTime of(LocationSnapshot location, long version, Function<UUID, Resource> resources, Terms terms) {
        List<RoomTime> places = new ArrayList<>();
        location.rooms().stream().sorted(LEAST_CAPABLE_FIRST).forEach(room -> {
            Cells usable = Cells.outside(room.outages());
            for (int number = 0; number < room.places(); number++) {
                RoomPlace place = new RoomPlace(room.id(), number);
                places.add(new RoomTime(
                        place,
                        resources.apply(place.resourceId()),
                        room.capabilities(),
                        usable,
                        CellTime.ofMinutes(room.turnoverMinutes())));
            }
        });
        return new LocationTime(
                location.id(),
                version,
                location.zone(),
                CellTime.ceil(location.horizon().start()),
                Grid.cell(location.horizon().end()),
                Cells.inside(location.horizon(), location.open()),
                Cells.inside(location.horizon(), location.closed()),
                terms,
                List.copyOf(places),
                Coordinates.of(location.address()));
    }

    /** Null when nobody has said where one of them is. */
    @Nullable
    Double kilometresTo(LocationTime other) {
        return site == null || other.site == null ? null : site.kilometresTo(other.site);
    }

    LocationTime with(Terms next) {
        return new LocationTime(id, version, zone, from, to, open, closed, next, places, site);
    }

    LocationTime neverClosed() {
        return new LocationTime(id, version, zone, from, to, open.with(closed), Cells.NONE, terms, places, site);
    }
}
