package dev.unknot.booking.availability;

import static java.util.stream.Collectors.groupingBy;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Everything learned so far. Writers take turns; readers take no lock and see each resource whole, old or new. */
final class Index {

    private static final Comparator<TherapistTime> BY_ID =
            Comparator.comparing(therapist -> therapist.id().value());

    private final Map<LocationId, LocationTime> locations = new ConcurrentHashMap<>();
    private final Map<TherapistId, TherapistTime> therapists = new ConcurrentHashMap<>();
    private final Map<LocationId, List<TherapistTime>> staff = new ConcurrentHashMap<>();
    private final Map<UUID, Taken> taken = new ConcurrentHashMap<>();
    private final Map<AppointmentId, Known> appointments = new HashMap<>();

    synchronized void learn(LocationSnapshot location, long version) {
        LocationTime known = locations.get(location.id());
        if (known == null || known.version() < version) {
            locations.put(location.id(), LocationTime.of(location, version));
        }
    }

    synchronized void learn(TherapistSnapshot snapshot, long version) {
        TherapistTime known = therapists.get(snapshot.id());
        if (known != null && known.version() >= version) {
            return;
        }
        TherapistTime therapist = TherapistTime.of(snapshot, version);
        therapists.put(therapist.id(), therapist);
        Set<LocationId> places = new HashSet<>(therapist.working().keySet());
        if (known != null) {
            places.addAll(known.working().keySet());
        }
        places.forEach(location -> staff.compute(location, (_, before) -> staffed(before, therapist, location)));
    }

    synchronized void learn(AppointmentId appointment, long version, List<Claim> claims) {
        Known known = appointments.get(appointment);
        if (known != null && known.version() >= version) {
            return;
        }
        Map<UUID, List<Claim>> byResource = claims.stream().collect(groupingBy(Claim::resourceId));
        Set<UUID> touched = new HashSet<>(byResource.keySet());
        if (known != null) {
            touched.addAll(known.resources());
        }
        for (UUID resource : touched) {
            Taken next = taken(resource).with(appointment, byResource.getOrDefault(resource, List.of()));
            if (next.isEmpty()) {
                taken.remove(resource);
            } else {
                taken.put(resource, next);
            }
        }
        appointments.put(appointment, new Known(version, List.copyOf(byResource.keySet())));
    }

    @Nullable
    LocationTime location(LocationId id) {
        return locations.get(id);
    }

    Collection<LocationTime> locations() {
        return locations.values();
    }

    @Nullable
    TherapistTime therapist(TherapistId id) {
        return therapists.get(id);
    }

    /** Who has working time at the location, by id. */
    List<TherapistTime> staff(LocationId location) {
        return staff.getOrDefault(location, List.of());
    }

    Taken taken(UUID resource) {
        return taken.getOrDefault(resource, Taken.NEVER);
    }

    private static @Nullable List<TherapistTime> staffed(
            @Nullable List<TherapistTime> before, TherapistTime therapist, LocationId location) {
        List<TherapistTime> next = new ArrayList<>(before == null ? List.of() : before);
        next.removeIf(other -> other.id().equals(therapist.id()));
        if (therapist.working().containsKey(location)) {
            next.add(therapist);
            next.sort(BY_ID);
        }
        return next.isEmpty() ? null : List.copyOf(next);
    }

    private record Known(long version, List<UUID> resources) {}
}
