package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.PartyWish.Seat;
import dev.unknot.booking.treatment.TreatmentCatalogue;
import dev.unknot.common.appointment.AmendAppointment;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.ExpectedVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what a visit consists of. Its time is the same or grows from the same start, so no rule about when it may be
 * booked is asked again; who gives it and where are judged like any booking.
 */
@Component
class Amendments {

    private final TreatmentCatalogue treatments;
    private final Prices prices;
    private final FreeTime freeTime;
    private final Claims claims;
    private final Moves moves;
    private final Clock clock;

    Amendments(
            TreatmentCatalogue treatments, Prices prices, FreeTime freeTime, Claims claims, Moves moves, Clock clock) {
        this.treatments = treatments;
        this.prices = prices;
        this.freeTime = freeTime;
        this.claims = claims;
        this.moves = moves;
        this.clock = clock;
    }

    /** @param before as read in this transaction */
    @Transactional(propagation = Propagation.MANDATORY)
    Appointment amend(
            Appointment before,
            ExpectedVersion expected,
            AmendAppointment command,
            Caller caller,
            BookingProgress progress) {
        Waivers waivers = Waivers.granted(List.of(), command.overbook(), caller);
        expected.require(before.version());
        Instant now = clock.instant();
        before.requireAmendable(now);
        Candidate chosen = freeTime.choose(wish(new Amendment(command, before), waivers, now), progress);
        Change<?> change = before.amend(chosen, claims.of(before.id()));
        return moves.write(before, change, chosen, progress, command.cause());
    }

    private Wish wish(Amendment amendment, Waivers waivers, Instant now) {
        Appointment before = amendment.before();
        List<Seat> seats = before.seats(before.therapists());
        TreatmentSnapshot treatment =
                treatments.snapshot(amendment.treatment()).orElseThrow(Refusals::unknownTreatment);
        return new Wish(
                treatment,
                amendment.minutes(),
                price(amendment, treatment),
                before.visit().locationId(),
                before.start(),
                seats,
                amendment.command().roomId(),
                before,
                Moves.EVERY_SOFT_RULE,
                waivers.overbook(seats),
                Fields.OF_MOVE,
                now,
                amendment.judgedAt(now));
    }

    private Price price(Amendment amendment, TreatmentSnapshot treatment) {
        Appointment before = amendment.before();
        return amendment.ofTheRoomAlone()
                ? prices.agreed(before.visit(), before.visit().locationId())
                : prices.of(
                        before.visit().locationId(),
                        treatment,
                        amendment.minutes(),
                        before.participants().size(),
                        amendment.addOns());
    }
}
