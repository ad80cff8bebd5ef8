package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.Choice;
import dev.unknot.booking.availability.NotReady;
import dev.unknot.booking.availability.PartyVerdict;
import dev.unknot.booking.availability.PartyWish;
import dev.unknot.platform.problem.Rejection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds who and where by all rules. */
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
    Options find(Wish wish, boolean lean) {
        if (wish.leavesAChoiceOfTherapists()) {
            availability.requireComplete();
        }
        boolean blind = lean || !settings.friendlyCheck();
        SupplyVersions known = SupplyVersions.known(availability, wish.location(), wish.named());
        PartyVerdict verdict = assess(wish, blind);
        if (verdict instanceof PartyVerdict.Refused && fresh.taught(known)) {
            verdict = assess(wish, blind);
        }
        return switch (verdict) {
            case PartyVerdict.Fits fits when blind -> new Options(wish, fits.choice(), true);
            case PartyVerdict.Fits fits -> new Options(wish, bestOf(fits.choice()), false);
            case PartyVerdict.Refused refused when !blind && Refusals.forWhatIsTaken(refused) -> find(wish, true);
            case PartyVerdict.Refused refused -> throw refusal(wish, refused);
        };
    }

    private static Choice bestOf(Choice choice) {
        return choice.best(Set.of()).map(choice::only).orElse(choice);
    }

    /** What is not known yet is no reason to refuse. */
    private Rejection refusal(Wish wish, PartyVerdict.Refused refused) {
        availability.requireComplete();
        return Refusals.of(refused, wish.fields());
    }

    private PartyVerdict assess(Wish wish, boolean ignoreClaims) {
        Appointment moving = wish.moving();
        return availability.assess(new PartyWish(
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
                wish.now()));
    }
}
