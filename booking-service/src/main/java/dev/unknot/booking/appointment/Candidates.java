package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.Choice;
import dev.unknot.booking.availability.NotReady;
import dev.unknot.booking.availability.PartyVerdict;
import dev.unknot.booking.availability.PartyWish;
import dev.unknot.platform.problem.Fault;
import dev.unknot.platform.problem.Rejection;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds who and where by all rules. */
@Component
class Candidates {

    private static final int A_FEW = 8;

    private final Availability availability;
    private final FreshSupply fresh;
    private final AppointmentSettings settings;

    Candidates(Availability availability, FreshSupply fresh, AppointmentSettings settings) {
        this.availability = availability;
        this.fresh = fresh;
        this.settings = settings;
    }

    /**
     * First the best of those that the rules allow and the index believes free; when that is lost to someone else, a few of
     * the others; and then, or where the index believes nobody is free, all that the rules allow: the index may lag behind a
     * cancellation, and only the claims know.
     *
     * @throws NotReady when an index still being filled would have to choose a therapist, or to refuse
     */
    Options find(Wish wish, BookingProgress progress) {
        if (wish.leavesAChoiceOfTherapists()) {
            availability.requireComplete();
        }
        if (progress.wide() || !settings.friendlyCheck()) {
            return everything(wish);
        }
        return switch (judged(wish, false)) {
            case PartyVerdict.Fits fits -> some(wish, fits.choice(), progress);
            case PartyVerdict.Refused refused when Refusals.forWhatIsTaken(refused) -> everything(wish);
            case PartyVerdict.Refused refused -> throw refusal(wish, refused);
        };
    }

    private Options some(Wish wish, Choice believedFree, BookingProgress progress) {
        if (progress.isFirst()) {
            return new Options(
                    wish, believedFree.best(Set.of()).map(believedFree::only).orElse(believedFree), false);
        }
        Choice few = believedFree.few(progress.lost(), A_FEW, progress.chance());
        return few.best(Set.of()).isPresent() ? new Options(wish, few, false) : everything(wish);
    }

    private Options everything(Wish wish) {
        return switch (judged(wish, true)) {
            case PartyVerdict.Fits fits -> new Options(wish, fits.choice(), true);
            case PartyVerdict.Refused refused -> throw refusal(wish, refused);
        };
    }

    /** By what is stored, where the index refuses by something older. */
    private PartyVerdict judged(Wish wish, boolean ignoreClaims) {
        SupplyVersions known = SupplyVersions.known(availability, wish.location(), wish.named());
        PartyVerdict verdict = assess(wish, ignoreClaims);
        return verdict instanceof PartyVerdict.Refused && fresh.taught(known) ? assess(wish, ignoreClaims) : verdict;
    }

    /** What is not known yet is no reason to refuse. */
    private Rejection refusal(Wish wish, PartyVerdict.Refused refused) {
        availability.requireComplete();
        return withAll(Refusals.of(refused, wish.fields()), wish, refusal -> true);
    }

    /**
     * The same refusal, which also names whatever else stands against the wish: who mends one thing does not come back for
     * the next.
     */
    Rejection withAll(Rejection first, Wish wish, Predicate<String> codes) {
        Rejection all = first;
        for (PartyVerdict.Refused ground : availability.grounds(party(wish, false))) {
            Fault fault = Refusals.of(ground, wish.fields()).errors().getFirst();
            if (codes.test(fault.code()) && !all.errors().contains(fault)) {
                all = all.with(fault);
            }
        }
        return all;
    }

    private PartyVerdict assess(Wish wish, boolean ignoreClaims) {
        return availability.assess(party(wish, ignoreClaims));
    }

    static PartyWish party(Wish wish, boolean ignoreClaims) {
        Appointment moving = wish.moving();
        return new PartyWish(
                wish.treatment(),
                wish.minutes(),
                wish.addedMinutes(),
                wish.location(),
                wish.start(),
                wish.seats(),
                wish.room(),
                moving == null ? null : moving.visit().roomId(),
                moving == null ? null : moving.id(),
                wish.waived(),
                ignoreClaims,
                wish.overbook() != null,
                wish.asAgreed(),
                wish.judgedAt());
    }
}
