package dev.unknot.booking.availability;

import dev.unknot.common.appointment.Claim;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.time.Grid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is taken of all resources, and for what. One thread at a time writes; readers take no lock. */
final class Demand {

    private static final long A_DAY = Duration.ofDays(1).dividedBy(Grid.CELL);

    private final Map<UUID, Resource> resources = new ConcurrentHashMap<>();
    private final Map<UUID, Engagement> engagements = new ConcurrentHashMap<>();
    private final Map<LocationId, LocationId> sites = new HashMap<>();
    private final Map<Agreement, Agreement> agreements = new HashMap<>();
    private long horizonEnd = Long.MAX_VALUE;
    private long forgottenUntil = Long.MIN_VALUE;

    /** For who keeps a reference to it. */
    Resource kept(UUID id) {
        return resources.computeIfAbsent(id, Resource::new).keep();
    }

    @Nullable
    Resource resource(UUID id) {
        return resources.get(id);
    }

    @Nullable
    Engagement engagement(UUID commitment) {
        return engagements.get(commitment);
    }

    void learn(Commitment commitment) {
        Engagement known = engagements.get(commitment.id());
        if (known != null && known.version() >= commitment.version()) {
            return;
        }
        List<Resource> claimed = new ArrayList<>();
        for (Claim claim : commitment.claims()) {
            Resource resource = resources.computeIfAbsent(claim.resourceId(), Resource::new);
            if (!claimed.contains(resource)) {
                claimed.add(resource);
            }
        }
        Engagement engagement = new Engagement(
                commitment,
                asFirstSeen(commitment.location(), sites),
                asFirstSeen(commitment.agreement(), agreements),
                claimed,
                until(known, commitment));
        engagements.put(engagement.id(), engagement);
        for (Resource resource : claimed) {
            resource.become(resource.taken()
                    .without(known)
                    .with(engagement, commitment.claims(), resource.id(), commitment.expiresAt()));
        }
        Set<Board> boards = new HashSet<>();
        if (known != null) {
            free(known, claimed, boards);
        }
        claimed.forEach(resource -> boards.addAll(resource.boards()));
        boards.forEach(Board::refresh);
    }

    /** A million appointments would else keep as many copies of a few values. */
    private static <T> @Nullable T asFirstSeen(@Nullable T value, Map<T, T> seen) {
        return value == null ? null : seen.computeIfAbsent(value, same -> same);
    }

    private long until(@Nullable Engagement known, Commitment commitment) {
        if (known == null && commitment.claims().isEmpty()) {
            return horizonEnd;
        }
        long until = known == null ? Long.MIN_VALUE : known.until();
        for (Claim claim : commitment.claims()) {
            until = Math.max(until, CellTime.ceil(claim.during().end()));
        }
        return until;
    }

    /** Beyond it nothing is offered, as far as is known. */
    void horizonEnds(long cell) {
        horizonEnd = horizonEnd == Long.MAX_VALUE ? cell : Math.max(horizonEnd, cell);
    }

    /** Once a day, as horizons move on: what ended long before any of them can matter to no search. */
    void forgetBefore(long cell) {
        if (cell < forgottenUntil + A_DAY) {
            return;
        }
        forgottenUntil = cell;
        Set<Board> boards = new HashSet<>();
        engagements.values().removeIf(known -> {
            if (known.until() >= cell) {
                return false;
            }
            free(known, List.of(), boards);
            return true;
        });
        boards.forEach(Board::refresh);
    }

    private void free(Engagement engagement, List<Resource> but, Set<Board> boards) {
        for (Resource resource : engagement.resources()) {
            if (!but.contains(resource)) {
                resource.become(resource.taken().without(engagement));
                boards.addAll(resource.boards());
                if (resource.superfluous()) {
                    resources.remove(resource.id());
                }
            }
        }
    }
}
