package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.PartyWish.Seat;
import dev.unknot.booking.treatment.TreatmentCatalogue;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.series.SeriesId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.id.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books, one transaction per call.
 *
 * <p>Statements of a booking that succeeds at once: clients, locks, supply versions, overlapping claims, the
 * people's other sessions, then the appointment, its participants, its claims, its history, its event, its line in the
 * audit trail and where its clients are known: 12, 2 more for each further client, one for each waiver or where time is
 * given twice, and 3 with an idempotency key.
 */
@Component
class BookingDesk {

    private final TreatmentCatalogue treatments;
    private final Parties parties;
    private final Prices prices;
    private final FreeTime freeTime;
    private final Appointments appointments;
    private final Journal journal;
    private final Clock clock;

    BookingDesk(
            TreatmentCatalogue treatments,
            Parties parties,
            Prices prices,
            FreeTime freeTime,
            Appointments appointments,
            Journal journal,
            Clock clock) {
        this.treatments = treatments;
        this.parties = parties;
        this.prices = prices;
        this.freeTime = freeTime;
        this.appointments = appointments;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Appointment book(BookAppointment command, Waivers waivers, BookingProgress progress) {
        return book(command, null, waivers, progress);
    }

    /** @param series the one it belongs to; null: none */
    @Transactional(propagation = Propagation.MANDATORY)
    Appointment book(BookAppointment command, @Nullable SeriesId series, Waivers waivers, BookingProgress progress) {
        Wish wish = wish(command, waivers);
        Candidate chosen = freeTime.choose(wish, progress);
        Appointment appointment = Appointment.first(
                        new AppointmentId(Ids.next()), AppointmentStatus.BOOKED, chosen, waivers.all(), null)
                .in(series);
        appointments.insert(appointment, wish.now());
        freeTime.claim(appointment.id(), chosen, progress);
        Change<?> booked = appointment.booked(chosen.claims()).waiving(chosen.setAside(waivers.all()));
        journal.record(booked, wish.now(), null);
        return appointment;
    }

    /** What {@link #book} would lock now. */
    Set<UUID> wants(BookAppointment command, Waivers waivers, BookingProgress progress) {
        return freeTime.wants(wish(command, waivers), progress);
    }

    private Wish wish(BookAppointment command, Waivers waivers) {
        TreatmentSnapshot treatment =
                treatments.snapshot(command.treatmentId()).orElseThrow(Refusals::unknownTreatment);
        List<Seat> seats = parties.of(command);
        return new Wish(
                treatment,
                command.minutes(),
                prices.of(command.locationId(), treatment, command.minutes(), seats.size(), command.addOns()),
                command.locationId(),
                command.start(),
                seats,
                command.roomId(),
                null,
                waivers.codes(),
                waivers.overbook(seats),
                Fields.OF_BOOKING,
                clock.instant());
    }
}
