package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.PartyWish.Seat;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.audit.AuditTrail;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.transaction.ResourceLocks;
import dev.unknot.platform.transaction.TryAgain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
 * that one is gone and there is a choice, the next locks a few of the others, and one after it every candidate: nobody can
 * take one while it looks, so its answer is final.
 */
@Component
class FreeTime {

    private final Parties parties;
    private final Candidates candidates;
    private final FreshSupply fresh;
    private final ResourceLocks locks;
    private final Claims claims;
    private final Neighbours neighbours;
    private final LapsedHolds lapsedHolds;
    private final AuditTrail audit;
    private final AppointmentSettings settings;

    FreeTime(
            Parties parties,
            Candidates candidates,
            FreshSupply fresh,
            ResourceLocks locks,
            Claims claims,
            Neighbours neighbours,
            LapsedHolds lapsedHolds,
            AuditTrail audit,
            AppointmentSettings settings) {
        this.parties = parties;
        this.candidates = candidates;
        this.fresh = fresh;
        this.locks = locks;
        this.claims = claims;
        this.neighbours = neighbours;
        this.lapsedHolds = lapsedHolds;
        this.audit = audit;
        this.settings = settings;
    }

    /** Locks only what would be claimed: what a move gives up needs none. Ends the lapsed holds that are in the way. */
    @Transactional(propagation = Propagation.MANDATORY)
    Candidate choose(Wish wish, BookingProgress progress) {
        Options options = candidates.find(wish, progress);
        List<Claim> wanted = options.claims();
        locks.lock(
                wanted.stream().map(Claim::resourceId).collect(Collectors.toSet()),
                List.of(wish.treatment().id().value()));
        parties.requireKnown(wish);
        if (fresh.taught(options.restOn())) {
            throw new TryAgain(Refusals.scheduleMoved());
        }
        // Only now: what is read after the locks stays true until the commit.
        List<Obstacle> obstacles = settings.friendlyCheck() ? claims.obstacles(wanted, moving(wish)) : List.of();
        Set<UUID> taken = settings.friendlyCheck() ? standing(obstacles, wish.now()) : progress.lost();
        Set<UUID> twice = overbooked(wish, taken);
        Set<UUID> gone = without(taken, twice);
        Candidate free = options.best(gone, twice).orElseThrow(() -> refusal(progress, wish, gone, options));
        Candidate chosen = neighbours.unopposed(free, options, gone, progress);
        lapsedHolds.end(
                obstacles.stream()
                        .filter(obstacle -> obstacle.lapsed(wish.now()) && chosen.uses(obstacle.resource()))
                        .map(Obstacle::by)
                        .toList(),
                wish.now());
        return chosen;
    }

    /** What {@link #choose} would lock now, for who locks for several at once. */
    Set<UUID> wants(Wish wish, BookingProgress progress) {
        return candidates.find(wish, progress).claims().stream()
                .map(Claim::resourceId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of the therapists named those who are taken; all of them where nobody has looked. */
    private Set<UUID> overbooked(Wish wish, Set<UUID> taken) {
        return wish.overbook() == null
                ? Set.of()
                : wish.named().stream()
                        .map(TherapistId::value)
                        .filter(id -> !settings.friendlyCheck() || taken.contains(id))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<UUID> without(Set<UUID> taken, Set<UUID> twice) {
        Set<UUID> left = new HashSet<>(taken);
        left.removeAll(twice);
        return left;
    }

    /** Locks, in the one order, what several wishes may take; {@link #choose} finds all of that locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(Collection<Wish> wishes, BookingProgress progress) {
        Set<UUID> resources = new HashSet<>();
        for (Wish wish : wishes) {
            try {
                resources.addAll(wants(wish, progress));
            } catch (Rejection refused) {
                // It takes nothing; why, is said when it chooses.
                continue;
            }
        }
        locks.lock(resources);
    }

    private static Set<UUID> standing(List<Obstacle> obstacles, Instant now) {
        return obstacles.stream()
                .filter(obstacle -> !obstacle.lapsed(now))
                .map(Obstacle::resource)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** For an appointment that has no claims, or whose own were freed before in this transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    void claim(AppointmentId appointment, Candidate chosen, BookingProgress progress) {
        Set<UUID> missing =
                chosen.claims().stream().map(Claim::resourceId).collect(Collectors.toCollection(HashSet::new));
        missing.removeAll(claims.insert(appointment, chosen.claims(), chosen.overbooked()));
        if (!missing.isEmpty()) {
            throw refusal(progress, chosen.wish(), missing, null);
        }
        if (chosen.isOverbooked()) {
            audit.changed("appointment-overbooked", appointment.value(), null);
        }
    }

    /**
     * Final when a client or a therapist they want is taken, or when there is nothing else to try. It names all that is
     * taken, and what else the rules say.
     *
     * @param all null: whatever was looked at was not everything
     */
    private RuntimeException refusal(BookingProgress progress, Wish wish, Set<UUID> taken, @Nullable Options all) {
        List<Rejection> found = new ArrayList<>();
        for (int seat = 0; seat < wish.seats().size(); seat++) {
            Seat wanted = wish.seats().get(seat);
            if (wanted.client() != null && taken.contains(wanted.client().value())) {
                found.add(Refusals.clientTaken(wish.fields().client(seat)));
            }
            if (wanted.therapist() != null && taken.contains(wanted.therapist().value())) {
                found.add(Refusals.therapistTaken(
                        wish.seats().size() == 1 ? "start" : wish.fields().therapist(seat)));
            }
        }
        boolean everything = all != null && all.everything();
        boolean noRoom = all != null && all.everything() && all.noRoom(taken);
        if (found.isEmpty() && !everything) {
            return progress.tryAgain(taken, Refusals.noneFree());
        }
        if (noRoom && wish.room() != null) {
            found.add(Refusals.roomTaken());
        } else if (found.isEmpty()) {
            found.add(Refusals.noneFree());
        } else if (noRoom) {
            found.add(Refusals.noRoomFree());
        }
        Rejection first = found.getFirst();
        for (Rejection other : found.subList(1, found.size())) {
            first = first.with(other.errors().getFirst());
        }
        return candidates.withAll(first, wish, code -> !Refusals.isTaken(code));
    }

    private static @Nullable AppointmentId moving(Wish wish) {
        Appointment moving = wish.moving();
        return moving == null ? null : moving.id();
    }
}
