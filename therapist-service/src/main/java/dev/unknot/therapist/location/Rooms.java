package dev.unknot.therapist.location;

import dev.unknot.common.location.CreateRoom;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomView;
import dev.unknot.common.time.Grid;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.web.ExpectedVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the rooms of locations. A room is part of its location, whose version rises with each change. Changes run in the
 * caller's transaction.
 */
@Service
public class Rooms {

    private static final int MOST = 100;

    private final Locations locations;
    private final LocationMapper mapper;
    private final LocationAnnouncements announcements;
    private final Clock clock;

    Rooms(Locations locations, LocationMapper mapper, LocationAnnouncements announcements, Clock clock) {
        this.locations = locations;
        this.mapper = mapper;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Changed add(LocationId id, CreateRoom request) {
        requireOnGrid(request);
        Location location = locations.lock(id.value()).orElseThrow(() -> Location.unknown(id));
        requireFew(location);
        Room room = new Room(Ids.next(), request);
        location.add(room);
        return announced(location, room);
    }

    /** Visits that it no longer has a place for, or lacks something for, need another room. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Changed change(LocationId id, RoomId roomId, ExpectedVersion expected, CreateRoom request) {
        requireOnGrid(request);
        Location location = locked(id, expected);
        Room room = location.room(roomId);
        room.change(request);
        return announced(location, room);
    }

    /**
     * Nothing is announced where that was its last day before.
     *
     * @param lastDay on which it is in use; null: it stays
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Changed withdraw(LocationId id, RoomId roomId, ExpectedVersion expected, @Nullable LocalDate lastDay) {
        Location location = locked(id, expected);
        Room room = location.room(roomId);
        if (Objects.equals(room.getLastDay(), lastDay)) {
            return new Changed(location.getVersion(), mapper.view(room));
        }
        if (lastDay == null && withdrawn(room, location)) {
            requireFew(location);
        }
        room.withdraw(lastDay);
        return announced(location, room);
    }

    private Location locked(LocationId id, ExpectedVersion expected) {
        Location location = locations.lock(id.value()).orElseThrow(() -> Location.unknown(id));
        expected.require(location.getVersion());
        return location;
    }

    private Changed announced(Location location, Room room) {
        announcements.announce(location, null);
        return new Changed(location.getVersion(), mapper.view(room));
    }

    private void requireFew(Location location) {
        if (location.getRooms().stream()
                        .filter(room -> !withdrawn(room, location))
                        .count()
                >= MOST) {
            throw Rejection.invalid("too-many-rooms", "A location has at most " + MOST + " rooms in use.");
        }
    }

    private boolean withdrawn(Room room, Location location) {
        return room.withdrawnFrom(location.getZone())
                .filter(from -> !from.isAfter(clock.instant()))
                .isPresent();
    }

    private static void requireOnGrid(CreateRoom request) {
        if (!Grid.fits(request.turnoverMinutes())) {
            throw Rejection.invalid(
                    "turnover-off-grid",
                    "A turnover is a multiple of five minutes, but was " + request.turnoverMinutes() + ".",
                    "turnoverMinutes");
        }
    }

    /** @param version of the location with the room in it */
    public record Changed(long version, RoomView room) {}
}
