package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Assignment;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.transaction.ResourceLocks;
import dev.unknot.platform.transaction.TryAgain;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds who and where under the locks that keep them free until the commit, and claims them.
 *
 * <p>The first call locks the best candidate alone, so that bookings of different people do not wait for one another. If
 * that one is gone and there is a choice, the next locks every candidate: nobody can take one while it looks, so its answer
 * is final.
 */
@Component
class FreeTime {

    private final Candidates candidates;
    private final FreshSupply fresh;
    private final ResourceLocks locks;
    private final Claims claims;
    private final LapsedHolds lapsedHolds;
    private final AppointmentSettings settings;

    FreeTime(
            Candidates candidates,
            FreshSupply fresh,
            ResourceLocks locks,
            Claims claims,
            LapsedHolds lapsedHolds,
            AppointmentSettings settings) {
        this.candidates = candidates;
        this.fresh = fresh;
        this.locks = locks;
        this.claims = claims;
        this.lapsedHolds = lapsedHolds;
        this.settings = settings;
    }

    /** Locks only what would be claimed: what a move gives up needs none. Ends the lapsed holds that are in the way. */
    @Transactional(propagation = Propagation.MANDATORY)
    Candidate choose(Wish wish, BookingProgress progress) {
        Candidates.Found found = candidates.find(wish, progress.wide());
        List<Candidate> considered = found.candidates();
        Set<Claim> wanted = considered.stream()
                .flatMap(candidate -> candidate.claims().stream())
                .collect(Collectors.toSet());
        locks.lock(wanted.stream().map(Claim::resourceId).collect(Collectors.toSet()));
        supplyIsFresh(wish, considered);
        // Only now: what is read after the locks stays true until the commit.
        List<Obstacle> obstacles = settings.friendlyCheck() ? claims.obstacles(wanted, moving(wish)) : List.of();
        Set<UUID> taken = settings.friendlyCheck() ? standing(obstacles, wish.now()) : progress.lost();
        Candidate chosen = considered.stream()
                .filter(candidate -> candidate.free(taken))
                .findFirst()
                .orElseThrow(() -> refusal(progress, wish, taken, found.everyone()));
        // What of them stands is not among what was chosen.
        lapsedHolds.end(
                obstacles.stream()
                        .filter(obstacle -> !chosen.free(Set.of(obstacle.resource())))
                        .map(Obstacle::by)
                        .toList(),
                wish.now());
        return chosen;
    }

    private static Set<UUID> standing(List<Obstacle> obstacles, Instant now) {
        return obstacles.stream()
                .filter(obstacle -> !obstacle.lapsed(now))
                .map(Obstacle::resource)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** For an appointment that has no claims, or whose own were freed before in this transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    void claim(AppointmentId appointment, Candidate chosen, Wish wish, BookingProgress progress) {
        Set<UUID> missing =
                chosen.claims().stream().map(Claim::resourceId).collect(Collectors.toCollection(HashSet::new));
        missing.removeAll(claims.insert(appointment, chosen.claims()));
        if (!missing.isEmpty()) {
            throw refusal(progress, wish, missing, false);
        }
    }

    private void supplyIsFresh(Wish wish, List<Candidate> considered) {
        List<Assignment> assessed =
                considered.stream().map(Candidate::assignment).toList();
        if (fresh.taught(SupplyVersions.under(wish.location(), assessed))) {
            throw new TryAgain(Refusals.scheduleMoved());
        }
    }

    /** Final when the client or the therapist they want is taken, or when there is nothing else to try. */
    private static RuntimeException refusal(BookingProgress progress, Wish wish, Set<UUID> taken, boolean nothingElse) {
        if (wish.client() != null && taken.contains(wish.client().value())) {
            return Refusals.clientTaken(wish.fields());
        }
        if (wish.therapist() != null && taken.contains(wish.therapist().value())) {
            return Refusals.therapistTaken();
        }
        Rejection noneFree = Refusals.noneFree();
        return nothingElse ? noneFree : progress.tryAgain(taken, noneFree);
    }

    private static @Nullable AppointmentId moving(Wish wish) {
        Appointment moving = wish.moving();
        return moving == null ? null : moving.id();
    }
}
