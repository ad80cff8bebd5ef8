package dev.unknot.booking.appointment;

import dev.unknot.booking.client.ClientRegister;
import dev.unknot.booking.treatment.TreatmentCatalogue;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.id.Ids;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books, one transaction per call.
 *
 * <p>Statements of a booking that succeeds at once: treatment, client, locks, supply versions, overlapping claims, then the
 * appointment, its participant, its claims, its history, its event, its line in the audit trail and where its client is
 * known: 12, one for each waiver, and 3 with an idempotency key.
 */
@Component
class BookingDesk {

    private final TreatmentCatalogue treatments;
    private final ClientRegister clients;
    private final FreeTime freeTime;
    private final Appointments appointments;
    private final Journal journal;
    private final Clock clock;

    BookingDesk(
            TreatmentCatalogue treatments,
            ClientRegister clients,
            FreeTime freeTime,
            Appointments appointments,
            Journal journal,
            Clock clock) {
        this.treatments = treatments;
        this.clients = clients;
        this.freeTime = freeTime;
        this.appointments = appointments;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Appointment book(BookAppointment command, Waivers waivers, BookingProgress progress) {
        Wish wish = wish(command, waivers);
        Candidate chosen = freeTime.choose(wish, progress);
        Appointment appointment = Appointment.booked(
                new AppointmentId(Ids.next()),
                new Participant(wish.client(), chosen.assignment().therapist()),
                wish.treatment().id(),
                chosen.visit(wish),
                waivers.all());
        appointments.insert(appointment, wish.now());
        freeTime.claim(appointment.id(), chosen, wish, progress);
        journal.record(appointment.booked(chosen.claims()), wish.now(), null);
        return appointment;
    }

    private Wish wish(BookAppointment command, Waivers waivers) {
        Seat seat = command.participants().getFirst();
        TreatmentSnapshot treatment =
                treatments.snapshot(command.treatmentId()).orElseThrow(Refusals::unknownTreatment);
        if (!clients.knows(seat.clientId())) {
            throw Refusals.unknownClient(Fields.OF_BOOKING);
        }
        return new Wish(
                treatment,
                command.minutes(),
                command.locationId(),
                command.start(),
                seat.therapistId(),
                seat.clientId(),
                null,
                waivers.codes(),
                Fields.OF_BOOKING,
                clock.instant());
    }
}
