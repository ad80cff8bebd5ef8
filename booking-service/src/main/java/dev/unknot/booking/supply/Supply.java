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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the stored supply: what is known here of a location or a therapist, and as of which version. */
@Service
public class Supply {

    /**
     * Held by whoever stores a snapshot, before any other lock. What an appointment rests on is its therapist's time and its
     * location's together: of two stored at once, each would judge by what the other has just replaced.
     */
    private static final UUID ONE_AT_A_TIME = UUID.fromString("01900000-5e97-7000-8000-000000000001");

    private final SupplySnapshots snapshots;
    private final ResourceLocks locks;
    private final ApplicationEventPublisher service;

    Supply(SupplySnapshots snapshots, ResourceLocks locks, ApplicationEventPublisher service) {
        this.snapshots = snapshots;
        this.locks = locks;
        this.service = service;
    }

    @Transactional(readOnly = true)
    public Optional<Stored<LocationSnapshot>> location(LocationId id) {
        return snapshots.find(id.value(), SupplyKind.LOCATION, LocationSnapshot.class);
    }

    @Transactional(readOnly = true)
    public Optional<Stored<TherapistSnapshot>> therapist(TherapistId id) {
        return snapshots.find(id.value(), SupplyKind.THERAPIST, TherapistSnapshot.class);
    }

    /** Those of the locations that are known, in one statement. */
    @Transactional(readOnly = true)
    public List<LocationSnapshot> locations(Collection<LocationId> ids) {
        return snapshots.all(ids.stream().map(LocationId::value).toList(), SupplyKind.LOCATION, LocationSnapshot.class);
    }

    /** The countries of those of the locations that are known, ISO 3166-1, each once. */
    @Transactional(readOnly = true)
    public List<String> countries(Collection<LocationId> ids) {
        return snapshots.countries(ids.stream().map(LocationId::value).toList());
    }

    /** Those of all locations. */
    @Transactional(readOnly = true)
    public List<String> countries() {
        return snapshots.countries();
    }

    /** Those of the therapists who are known, in one statement. */
    @Transactional(readOnly = true)
    public List<TherapistSnapshot> therapists(Collection<TherapistId> ids) {
        return snapshots.all(
                ids.stream().map(TherapistId::value).toList(), SupplyKind.THERAPIST, TherapistSnapshot.class);
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
        lock(snapshot.id(), Stream.of(snapshot));
        snapshots.put(snapshot.id().value(), SupplyKind.LOCATION, version, snapshot);
        service.publishEvent(new LocationLearned(snapshot.id()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void learn(long version, TherapistSnapshot snapshot) {
        lock(List.of(snapshot.id().value()));
        snapshots.put(snapshot.id().value(), SupplyKind.THERAPIST, version, snapshot);
        service.publishEvent(new TherapistLearned(snapshot.id()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void forget(LocationId id) {
        lock(id, Stream.of());
        snapshots.remove(id.value());
        service.publishEvent(new LocationLearned(id));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void forget(TherapistId id) {
        lock(List.of(id.value()));
        snapshots.remove(id.value());
        service.publishEvent(new TherapistLearned(id));
    }

    private void lock(LocationId id, Stream<LocationSnapshot> next) {
        locks.lock(List.of(ONE_AT_A_TIME));
        locks.lock(Stream.concat(next, location(id).map(Stored::snapshot).stream())
                .flatMap(Supply::places)
                .distinct()
                .toList());
    }

    private void lock(List<UUID> resources) {
        locks.lock(List.of(ONE_AT_A_TIME));
        locks.lock(resources);
    }

    private static Stream<UUID> places(LocationSnapshot location) {
        return location.rooms().stream()
                .flatMap(room -> IntStream.range(0, room.places()).mapToObj(number -> new RoomPlace(room.id(), number)))
                .map(RoomPlace::resourceId);
    }
}
