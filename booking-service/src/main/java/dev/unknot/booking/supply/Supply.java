package dev.unknot.booking.supply;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.platform.transaction.ResourceLocks;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the stored supply: what is known here of a location or a therapist, and as of which version. */
@Service
public class Supply {

    private final SupplySnapshots snapshots;
    private final ResourceLocks locks;

    Supply(SupplySnapshots snapshots, ResourceLocks locks) {
        this.snapshots = snapshots;
        this.locks = locks;
    }

    @Transactional(readOnly = true)
    public Optional<Stored<LocationSnapshot>> location(LocationId id) {
        return snapshots.find(id.value(), SupplyKind.LOCATION, LocationSnapshot.class);
    }

    @Transactional(readOnly = true)
    public Optional<Stored<TherapistSnapshot>> therapist(TherapistId id) {
        return snapshots.find(id.value(), SupplyKind.THERAPIST, TherapistSnapshot.class);
    }

    /** Stored versions by the id of the location or therapist; nothing for those not stored. One statement. */
    public Map<UUID, Long> versions(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : snapshots.versions(ids);
    }

    /**
     * A location is locked through its rooms' places, before and after: those are what a booking locks, so that bookings
     * in different rooms do not wait for one another.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void learn(long version, LocationSnapshot snapshot) {
        List<UUID> places = Stream.concat(Stream.of(snapshot), location(snapshot.id()).map(Stored::snapshot).stream())
                .flatMap(Supply::places)
                .distinct()
                .toList();
        locks.lock(places);
        snapshots.put(snapshot.id().value(), SupplyKind.LOCATION, version, snapshot);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void learn(long version, TherapistSnapshot snapshot) {
        locks.lock(List.of(snapshot.id().value()));
        snapshots.put(snapshot.id().value(), SupplyKind.THERAPIST, version, snapshot);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void forget(UUID id) {
        locks.lock(List.of(id));
        snapshots.remove(id);
    }

    private static Stream<UUID> places(LocationSnapshot location) {
        return location.rooms().stream()
                .flatMap(room -> IntStream.range(0, room.places()).mapToObj(number -> new RoomPlace(room.id(), number)))
                .map(RoomPlace::resourceId);
    }
}
