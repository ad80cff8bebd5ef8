package dev.unknot.booking.availability;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who works where and what there is to work in. One thread at a time writes; readers take no lock. */
final class Supply {

    private static final Comparator<LocationTime> LOCATIONS_BY_ID =
            Comparator.comparing(location -> location.id().value());

    private static final Comparator<Rostered> THERAPISTS_BY_ID =
            Comparator.comparing(one -> one.therapist().id().value());

    private final Map<LocationId, LocationTime> locations = new ConcurrentHashMap<>();
    private final Map<TherapistId, TherapistTime> therapists = new ConcurrentHashMap<>();
    private final Map<LocationId, List<Rostered>> staff = new ConcurrentHashMap<>();
    private final Map<UUID, Long> erased = new HashMap<>();
    private volatile List<LocationTime> inOrder = List.of();

    boolean isNews(LocationId id, long version) {
        LocationTime known = locations.get(id);
        return (known == null || known.version() < version) && newerThanErased(id.value(), version);
    }

    boolean isNews(TherapistId id, long version) {
        TherapistTime known = therapists.get(id);
        return (known == null || known.version() < version) && newerThanErased(id.value(), version);
    }

    private boolean newerThanErased(UUID id, long version) {
        return erased.getOrDefault(id, 0L) < version;
    }

    void put(LocationTime location) {
        locations.put(location.id(), location);
        order();
    }

    void put(TherapistTime therapist) {
        TherapistTime known = therapists.put(therapist.id(), therapist);
        Set<LocationId> places = new HashSet<>(therapist.working().keySet());
        if (known != null) {
            places.addAll(known.working().keySet());
        }
        places.forEach(location -> staff.compute(location, (_, before) -> staffed(before, therapist, location)));
    }

    void erase(LocationId id, long version) {
        LocationTime known = locations.get(id);
        if (known == null || known.version() <= version) {
            locations.remove(id);
            order();
            erased.merge(id.value(), version, Math::max);
        }
    }

    void erase(TherapistId id, long version) {
        TherapistTime known = therapists.get(id);
        if (known == null || known.version() <= version) {
            therapists.remove(id);
            staff.replaceAll((_, colleagues) -> colleagues.stream()
                    .filter(colleague -> !colleague.therapist().id().equals(id))
                    .toList());
            erased.merge(id.value(), version, Math::max);
        }
    }

    private void order() {
        inOrder = locations.values().stream().sorted(LOCATIONS_BY_ID).toList();
    }

    private static @Nullable List<Rostered> staffed(
            @Nullable List<Rostered> before, TherapistTime therapist, LocationId location) {
        List<Rostered> next = new ArrayList<>(before == null ? List.of() : before);
        next.removeIf(other -> other.therapist().id().equals(therapist.id()));
        if (therapist.working().containsKey(location)) {
            next.add(new Rostered(therapist, therapist.workingAt(location)));
            next.sort(THERAPISTS_BY_ID);
        }
        return next.isEmpty() ? null : List.copyOf(next);
    }

    @Nullable
    LocationTime location(LocationId id) {
        return locations.get(id);
    }

    @Nullable
    TherapistTime therapist(TherapistId id) {
        return therapists.get(id);
    }

    /** Those asked for that are known, by id; null: all. */
    List<LocationTime> locations(@Nullable Set<LocationId> asked) {
        if (asked == null) {
            return inOrder;
        }
        List<LocationTime> found = new ArrayList<>(asked.size());
        for (LocationId id : asked) {
            LocationTime location = locations.get(id);
            if (location != null) {
                found.add(location);
            }
        }
        found.sort(LOCATIONS_BY_ID);
        return found;
    }

    /** Who has working time at the location, by id. */
    List<Rostered> staff(LocationId location) {
        return staff.getOrDefault(location, List.of());
    }

    /** @param working at the one location */
    record Rostered(TherapistTime therapist, Cells working) {}
}
