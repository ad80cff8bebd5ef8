package dev.unknot.booking.availability;

import static java.util.stream.Collectors.groupingBy;

import dev.unknot.common.appointment.Claim;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.time.Grid;
import java.time.Duration;
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

    private static final long A_DAY = Duration.ofDays(1).dividedBy(Grid.CELL);

    /** Horizons of different services and instances begin at slightly different days. */
    private static final long PAST_KEPT = 7 * A_DAY;

    private static final Comparator<TherapistTime> BY_ID =
            Comparator.comparing(therapist -> therapist.id().value());

    private final Map<LocationId, LocationTime> locations = new ConcurrentHashMap<>();
    private final Map<TherapistId, TherapistTime> therapists = new ConcurrentHashMap<>();
    private final Map<LocationId, List<TherapistTime>> staff = new ConcurrentHashMap<>();
    private final Map<UUID, Taken> taken = new ConcurrentHashMap<>();
    private final Map<UUID, Engagement> engagements = new ConcurrentHashMap<>();
    private final Map<UUID, Long> erased = new HashMap<>();
    private final Map<LocationId, LocationId> sites = new HashMap<>();
    private long horizonEnd = Long.MIN_VALUE;
    private long forgottenUntil = Long.MIN_VALUE;

    synchronized void learn(LocationSnapshot location, long version) {
        LocationTime known = locations.get(location.id());
        if ((known == null || known.version() < version)
                && newerThanErased(location.id().value(), version)) {
            LocationTime next = LocationTime.of(location, version);
            locations.put(location.id(), next);
            horizonEnd = Math.max(horizonEnd, next.to());
            forgetBefore(next.from() - PAST_KEPT);
        }
    }

    synchronized void learn(TherapistSnapshot snapshot, long version) {
        TherapistTime known = therapists.get(snapshot.id());
        if (known != null && known.version() >= version
                || !newerThanErased(snapshot.id().value(), version)) {
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

    synchronized void erase(LocationId id, long version) {
        LocationTime known = locations.get(id);
        if (known == null || known.version() <= version) {
            locations.remove(id);
            erased.merge(id.value(), version, Math::max);
        }
    }

    synchronized void erase(TherapistId id, long version) {
        TherapistTime known = therapists.get(id);
        if (known == null || known.version() <= version) {
            therapists.remove(id);
            staff.replaceAll((_, colleagues) -> colleagues.stream()
                    .filter(colleague -> !colleague.id().equals(id))
                    .toList());
            erased.merge(id.value(), version, Math::max);
        }
    }

    private boolean newerThanErased(UUID id, long version) {
        return erased.getOrDefault(id, 0L) < version;
    }

    synchronized void learn(Commitment commitment) {
        Engagement known = engagements.get(commitment.id());
        if (known != null && known.version() >= commitment.version()) {
            return;
        }
        Map<UUID, List<Claim>> byResource = commitment.claims().stream().collect(groupingBy(Claim::resourceId));
        // Ids as first seen: a million claims would else keep as many copies of a few thousand.
        List<UUID> after = byResource.keySet().stream()
                .map(resource -> taken(resource).resource())
                .toList();
        Engagement engagement =
                Engagement.of(commitment, asFirstSeen(commitment.location()), after, until(known, commitment.claims()));
        List<UUID> before = known == null ? List.of() : known.resources();
        after.forEach(resource -> taken.put(
                resource,
                taken(resource)
                        .without(before.contains(resource) ? commitment.id() : null)
                        .with(engagement, byResource.getOrDefault(resource, List.of()), commitment.expiresAt())));
        before.stream()
                .filter(resource -> !byResource.containsKey(resource))
                .forEach(resource -> free(resource, commitment.id()));
        engagements.put(engagement.id(), engagement);
    }

    private @Nullable LocationId asFirstSeen(@Nullable LocationId location) {
        return location == null ? null : sites.computeIfAbsent(location, same -> same);
    }

    private long until(@Nullable Engagement known, List<Claim> claims) {
        if (known == null && claims.isEmpty()) {
            return locations.isEmpty() ? Long.MAX_VALUE : horizonEnd;
        }
        return claims.stream()
                .mapToLong(claim -> CellTime.ceil(claim.during().end()))
                .reduce(known == null ? Long.MIN_VALUE : known.until(), Math::max);
    }

    /** Once a day, as horizons move on: what ended long before any of them can matter to no search. */
    private void forgetBefore(long cell) {
        if (cell < forgottenUntil + A_DAY) {
            return;
        }
        forgottenUntil = cell;
        engagements.values().removeIf(known -> {
            if (known.until() >= cell) {
                return false;
            }
            known.resources().forEach(resource -> free(resource, known.id()));
            return true;
        });
    }

    private void free(UUID resource, UUID commitment) {
        Taken others = taken(resource).without(commitment);
        if (others.isEmpty()) {
            taken.remove(resource);
        } else {
            taken.put(resource, others);
        }
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

    /** What the appointment has claims on. */
    List<UUID> resources(UUID appointment) {
        Engagement known = engagements.get(appointment);
        return known == null ? List.of() : known.resources();
    }

    Taken taken(UUID resource) {
        Taken claims = taken.get(resource);
        return claims == null ? Taken.never(resource) : claims;
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
}
