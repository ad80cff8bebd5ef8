package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.PartyWish.Seat;
import dev.unknot.booking.treatment.TreatmentCatalogue;
import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.TryAgain;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Books what is held, one transaction per call. The hold becomes the appointment and keeps its id. */
@Component
class HoldBooking {

    private final TreatmentCatalogue treatments;
    private final Parties parties;
    private final Prices prices;
    private final FreeTime freeTime;
    private final Appointments appointments;
    private final HeldTimes heldTimes;
    private final Claims claims;
    private final Moves moves;
    private final Clock clock;

    HoldBooking(
            TreatmentCatalogue treatments,
            Parties parties,
            Prices prices,
            FreeTime freeTime,
            Appointments appointments,
            HeldTimes heldTimes,
            Claims claims,
            Moves moves,
            Clock clock) {
        this.treatments = treatments;
        this.parties = parties;
        this.prices = prices;
        this.freeTime = freeTime;
        this.appointments = appointments;
        this.heldTimes = heldTimes;
        this.claims = claims;
        this.moves = moves;
        this.clock = clock;
    }

    /** @param before as read in this transaction */
    @Transactional(propagation = Propagation.MANDATORY)
    Appointment book(
            Appointment before, BookAppointment command, Waivers waivers, Caller caller, BookingProgress progress) {
        Hold hold = heldTimes.own(before, caller);
        Instant now = clock.instant();
        hold.requireMatch(command);
        Wish wish = wish(hold, command, waivers, now);
        Candidate chosen = choose(before, wish, progress);
        Change<AppointmentBooked> change = hold.book(chosen, waivers.all(), claims.of(before.id()));
        return moves.write(before, change, chosen, progress, null);
    }

    private Wish wish(Hold hold, BookAppointment command, Waivers waivers, Instant now) {
        Appointment before = hold.held();
        List<Seat> seats = parties.of(command);
        TreatmentSnapshot treatment = treatments.snapshot(before.treatmentId()).orElseThrow(Refusals::unknownTreatment);
        Wish wish = new Wish(
                treatment,
                command.minutes(),
                command.addOns() == null
                        ? prices.agreed(before.visit(), command.locationId())
                        : prices.of(command.locationId(), treatment, command.minutes(), seats.size(), command.addOns()),
                command.locationId(),
                command.start(),
                parties.withThoseOf(before, seats),
                command.roomId(),
                before,
                waivers.codes(),
                waivers.overbook(seats),
                Fields.OF_BOOKING,
                now);
        return wish.sparing(hold.spares(wish));
    }

    private Candidate choose(Appointment before, Wish wish, BookingProgress progress) {
        try {
            return freeTime.choose(wish, progress);
        } catch (Rejection taken) {
            // Whoever was first may have met the hold after its end, or booked it: then that is what there is to say.
            if (appointments.isAt(before.id(), before.version())) {
                throw taken;
            }
            throw new TryAgain(taken);
        }
    }
}
