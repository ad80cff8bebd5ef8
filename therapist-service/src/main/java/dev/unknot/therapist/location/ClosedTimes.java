package dev.unknot.therapist.location;

import dev.unknot.common.location.CloseFor;
import dev.unknot.common.location.ClosureId;
import dev.unknot.common.location.ClosureView;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.therapist.schedule.Planned;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to closures of locations and outages of rooms. Each change is announced as one of the location, and in the
 * caller's transaction.
 */
@Service
public class ClosedTimes {

    private static final int MOST = 1_000;

    private final Locations locations;
    private final LocationMapper mapper;
    private final LocationAnnouncements announcements;
    private final ApplicationEventPublisher service;
    private final Clock clock;

    ClosedTimes(
            Locations locations,
            LocationMapper mapper,
            LocationAnnouncements announcements,
            ApplicationEventPublisher service,
            Clock clock) {
        this.locations = locations;
        this.mapper = mapper;
        this.announcements = announcements;
        this.service = service;
        this.clock = clock;
    }

    /**
     * For a time the location is closed or, if one is named, a room is out of use. Times of one may touch, not overlap.
     *
     * @param roomId null: the whole location
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public NewClosure close(LocationId id, @Nullable RoomId roomId, CloseFor time) {
        TimeRange during = kind(roomId).accepted(time.start(), time.end());
        Location location = locations.lock(id.value()).orElseThrow(() -> Location.unknown(id));
        UUID room = room(location, roomId);
        List<Closure> before = location.closures(room);
        Instant now = clock.instant();
        if (before.stream().filter(closure -> closure.getEnd().isAfter(now)).count() >= MOST) {
            throw Rejection.invalid(
                    "too-many-closures", "A place has at most " + MOST + " closures that are not over.", "start");
        }
        if (before.stream().anyMatch(closure -> closure.during().overlaps(during))) {
            throw kind(roomId).overlaps();
        }
        Closure closure = new Closure(Ids.next(), room, time);
        location.add(closure);
        announce(location, roomId);
        return new NewClosure(location.getVersion(), mapper.view(location, closure));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void lift(LocationId id, @Nullable RoomId roomId, ClosureId closureId) {
        Location location = locations.lock(id.value()).orElseThrow(() -> Location.unknown(id));
        location.remove(find(location, roomId, closureId));
        announce(location, roomId);
    }

    /** Those that touch the period, by start. */
    @Transactional(readOnly = true)
    public List<ClosureView> list(LocationId id, @Nullable RoomId roomId, TimeRange period, LocationScope scope) {
        Location location = visible(id, scope);
        return location.closures(room(location, roomId)).stream()
                .filter(closure -> closure.during().overlaps(period))
                .map(closure -> mapper.view(location, closure))
                .toList();
    }

    @Transactional(readOnly = true)
    public ClosureView one(LocationId id, @Nullable RoomId roomId, ClosureId closureId, LocationScope scope) {
        Location location = visible(id, scope);
        return mapper.view(location, find(location, roomId, closureId));
    }

    /** Therapists are announced again where their place of work opens otherwise; whose room is out still works. */
    private void announce(Location location, @Nullable RoomId roomId) {
        announcements.announce(location, null);
        if (roomId == null) {
            service.publishEvent(new OpeningHoursChanged(new LocationId(location.getId())));
        }
    }

    private Location visible(LocationId id, LocationScope scope) {
        return locations.find(id.value(), scope.all(), scope.ids()).orElseThrow(() -> Location.unknown(id));
    }

    private static @Nullable UUID room(Location location, @Nullable RoomId roomId) {
        return roomId == null ? null : location.room(roomId).getId();
    }

    private static Closure find(Location location, @Nullable RoomId roomId, ClosureId closureId) {
        return location.closures(room(location, roomId)).stream()
                .filter(closure -> closure.getId().equals(closureId.value()))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("unknown-closure", "There is no closure " + closureId + "."));
    }

    private static Planned kind(@Nullable RoomId roomId) {
        return roomId == null ? Planned.CLOSURE : Planned.OUTAGE;
    }

    /** @param version of the location with the closure */
    public record NewClosure(long version, ClosureView view) {}
}
