package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Assignment;
import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.BookingWish;
import dev.unknot.booking.availability.NotReady;
import dev.unknot.booking.availability.Verdict;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.transaction.TryAgain;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds who and where by all rules, in an order in which to try them. */
@Component
class Candidates {

    private final Availability availability;
    private final FreshSupply fresh;
    private final AppointmentSettings settings;

    Candidates(Availability availability, FreshSupply fresh, AppointmentSettings settings) {
        this.availability = availability;
        this.fresh = fresh;
        this.settings = settings;
    }

    /**
     * The best of those that the rules allow and the index believes free; where it believes nobody is, all that the rules
     * allow, since the index may lag behind a cancellation and only the claims know.
     *
     * @param lean whether to leave the index's belief about claims out from the start
     * @throws NotReady when an index still being filled would have to choose a therapist, or to refuse
     */
    Found find(Wish wish, boolean lean) {
        if (wish.therapist() == null) {
            availability.requireComplete();
        }
        boolean blind = lean || !settings.friendlyCheck();
        SupplyVersions known = SupplyVersions.known(availability, wish.location(), named(wish));
        Verdict verdict = assess(wish, blind);
        if (verdict instanceof Verdict.Refused && fresh.taught(known)) {
            verdict = assess(wish, blind);
        }
        return switch (verdict) {
            case Verdict.Fits fits when blind -> new Found(candidates(wish, fits.assignments()), true);
            case Verdict.Fits fits ->
                new Found(candidates(wish, fits.assignments()).subList(0, 1), false);
            case Verdict.Refused refused when !blind && refused.code().equals(Refusals.SLOT_TAKEN) -> find(wish, true);
            case Verdict.Refused refused -> throw refusal(wish, refused);
        };
    }

    /** What is not known yet is no reason to refuse. */
    private Rejection refusal(Wish wish, Verdict.Refused refused) {
        availability.requireComplete();
        return Refusals.of(refused, wish.fields());
    }

    /** @param everyone whether these are all the rules allow, so that there is no other choice to try */
    record Found(List<Candidate> candidates, boolean everyone) {}

    private Verdict assess(Wish wish, boolean ignoreClaims) {
        Appointment moving = wish.moving();
        return availability.assess(new BookingWish(
                wish.treatment(),
                wish.minutes(),
                wish.location(),
                wish.start(),
                wish.therapist(),
                wish.client(),
                moving == null ? null : moving.id(),
                wish.waived(),
                ignoreClaims,
                wish.now()));
    }

    private List<Candidate> candidates(Wish wish, List<Assignment> assignments) {
        return assignments.stream()
                .sorted(presentFirst(wish))
                .map(assignment -> Candidate.of(wish, assignment, turnover(wish, assignment)))
                .toList();
    }

    /** Who moves keeps the therapist where that is possible, and then the room; all else stays in order. */
    private static Comparator<Assignment> presentFirst(Wish wish) {
        Appointment moving = wish.moving();
        if (moving == null) {
            return (one, other) -> 0;
        }
        return Comparator.comparing((Assignment each) -> !each.therapist().equals(moving.therapist()))
                .thenComparing(
                        each -> !each.place().roomId().equals(moving.visit().roomId()));
    }

    /** The location may have been learned anew since it was assessed, without this room. */
    private Duration turnover(Wish wish, Assignment assignment) {
        return availability
                .turnover(wish.location(), assignment.place())
                .orElseThrow(() -> new TryAgain(Refusals.scheduleMoved()));
    }

    private static Set<TherapistId> named(Wish wish) {
        return wish.therapist() == null ? Set.of() : Set.of(wish.therapist());
    }
}
