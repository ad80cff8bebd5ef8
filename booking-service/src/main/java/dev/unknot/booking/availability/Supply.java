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

    private static final Comparator<Site> SITES_BY_ID =
            Comparator.comparing(site -> site.location().id().value());

    private static final Comparator<Rostered> THERAPISTS_BY_ID =
            Comparator.comparing(one -> one.therapist().id().value());

    private final Map<LocationId, Site> sites = new ConcurrentHashMap<>();
    private final Map<TherapistId, TherapistTime> therapists = new ConcurrentHashMap<>();
    private final Map<LocationId, List<Rostered>> staff = new HashMap<>();
    private final Map<UUID, Long> erased = new HashMap<>();
    private volatile List<Site> inOrder = List.of();

    /** @param working at the one location */
    record Rostered(TherapistTime therapist, Cells working) {}

    boolean isNews(LocationId id, long version) {
        Site known = sites.get(id);
        return (known == null || known.location().version() < version) && newerThanErased(id.value(), version);
    }

    boolean isNews(TherapistId id, long version) {
        TherapistTime known = therapists.get(id);
        return (known == null || known.version() < version) && newerThanErased(id.value(), version);
    }

    private boolean newerThanErased(UUID id, long version) {
        return erased.getOrDefault(id, 0L) < version;
    }

    void put(LocationTime location) {
        replace(location.id(), Site.of(location, staff.getOrDefault(location.id(), List.of())));
    }

    void put(TherapistTime therapist) {
        TherapistTime known = therapists.put(therapist.id(), therapist);
        Set<LocationId> places = new HashSet<>(therapist.working().keySet());
        if (known != null) {
            places.addAll(known.working().keySet());
        }
        places.forEach(location -> staff(location, therapist.id(), therapist));
    }

    void erase(LocationId id, long version) {
        Site known = sites.get(id);
        if (known == null || known.location().version() <= version) {
            replace(id, null);
            erased.merge(id.value(), version, Math::max);
        }
    }

    void erase(TherapistId id, long version) {
        TherapistTime known = therapists.get(id);
        if (known == null || known.version() <= version) {
            therapists.remove(id);
            if (known != null) {
                known.working().keySet().forEach(location -> staff(location, id, null));
            }
            erased.merge(id.value(), version, Math::max);
        }
    }

    /** @param therapist null: does not work there any more */
    private void staff(LocationId location, TherapistId id, @Nullable TherapistTime therapist) {
        List<Rostered> next = new ArrayList<>(staff.getOrDefault(location, List.of()));
        next.removeIf(other -> other.therapist().id().equals(id));
        if (therapist != null && therapist.working().containsKey(location)) {
            next.add(new Rostered(therapist, therapist.workingAt(location)));
            next.sort(THERAPISTS_BY_ID);
        }
        staff.put(location, List.copyOf(next));
        Site known = sites.get(location);
        if (known != null) {
            replace(location, Site.of(known.location(), List.copyOf(next)));
        }
    }

    private void replace(LocationId id, @Nullable Site next) {
        Site before = next == null ? sites.remove(id) : sites.put(id, next);
        if (before != null) {
            before.board().rows().forEach(row -> row.resource().isNoLongerOn(before.board()));
        }
        if (next != null) {
            next.board().rows().forEach(row -> row.resource().isOn(next.board()));
        }
        inOrder = sites.values().stream().sorted(SITES_BY_ID).toList();
    }

    @Nullable
    Site site(LocationId id) {
        return sites.get(id);
    }

    @Nullable
    TherapistTime therapist(TherapistId id) {
        return therapists.get(id);
    }

    /** Those asked for that are known, by id; null: all. */
    List<Site> sites(@Nullable Set<LocationId> asked) {
        if (asked == null) {
            return inOrder;
        }
        List<Site> found = new ArrayList<>(asked.size());
        for (LocationId id : asked) {
            Site site = sites.get(id);
            if (site != null) {
                found.add(site);
            }
        }
        found.sort(SITES_BY_ID);
        return found;
    }
}
