package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.PartyWish.Seat;
import dev.unknot.booking.treatment.TreatmentCatalogue;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.HoldTime;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.ResourceLocks;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds times, one transaction per call. */
@Component
class HoldDesk {

    private final TreatmentCatalogue treatments;
    private final Parties parties;
    private final Prices prices;
    private final FreeTime freeTime;
    private final Appointments appointments;
    private final HeldTimes heldTimes;
    private final Journal journal;
    private final ResourceLocks locks;
    private final HoldSettings settings;
    private final Clock clock;

    HoldDesk(
            TreatmentCatalogue treatments,
            Parties parties,
            Prices prices,
            FreeTime freeTime,
            Appointments appointments,
            HeldTimes heldTimes,
            Journal journal,
            ResourceLocks locks,
            HoldSettings settings,
            Clock clock) {
        this.treatments = treatments;
        this.parties = parties;
        this.prices = prices;
        this.freeTime = freeTime;
        this.appointments = appointments;
        this.heldTimes = heldTimes;
        this.journal = journal;
        this.locks = locks;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Appointment hold(HoldTime command, Waivers waivers, Caller caller, BookingProgress progress) {
        Wish wish = wish(command, waivers);
        lockHoldsOf(caller);
        AppointmentId replaced = command.replaces();
        if (replaced != null) {
            // Before all else, so that neither its time nor its place among the few is in the way.
            heldTimes.end(heldTimes.own(replaced, caller, "replaces").held(), HeldTimes.REPLACED);
        }
        requireFewOpen(caller, wish.now());
        Candidate chosen = freeTime.choose(wish, progress);
        Hold hold = Hold.begun(new AppointmentId(Ids.next()), chosen, waivers.all(), settings.end(wish.now()));
        appointments.insert(hold.held(), wish.now());
        freeTime.claim(hold.held().id(), chosen, progress);
        journal.record(hold.announced(chosen.claims()), wish.now(), null);
        return hold.held();
    }

    private Wish wish(HoldTime command, Waivers waivers) {
        TreatmentSnapshot treatment =
                treatments.snapshot(command.treatmentId()).orElseThrow(Refusals::unknownTreatment);
        List<Seat> seats = parties.of(command);
        return new Wish(
                treatment,
                command.minutes(),
                prices.of(command.locationId(), treatment, command.minutes(), seats.size(), null),
                command.locationId(),
                command.start(),
                seats,
                null,
                null,
                waivers.codes(),
                null,
                command.participants() == null ? Fields.OF_HOLD : Fields.OF_BOOKING,
                clock.instant());
    }

    /** The actor's own, taken before all others: else each of many at once would count the same few. */
    private void lockHoldsOf(Caller caller) {
        locks.lock(List.of(UUID.nameUUIDFromBytes(("holds of " + caller.actor()).getBytes(StandardCharsets.UTF_8))));
    }

    private void requireFewOpen(Caller caller, Instant now) {
        if (appointments.openHolds(caller.actor(), now) >= settings.perActor()) {
            throw Refusals.tooManyHolds(settings.perActor());
        }
    }
}
