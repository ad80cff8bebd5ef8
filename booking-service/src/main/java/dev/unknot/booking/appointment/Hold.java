package dev.unknot.booking.appointment;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.AppointmentExpired;
import dev.unknot.common.appointment.AppointmentHeld;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.problem.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** An appointment while its time is only held: it is booked before its lease ends, or it expires. */
@CheckReturnValue
record Hold(Appointment held) {

    /** Of one client, if one is named yet, with one therapist. */
    static Hold begun(
            AppointmentId id,
            Participant participant,
            TreatmentId treatment,
            Visit visit,
            List<Waiver> waivers,
            Instant expiresAt) {
        return new Hold(new Appointment(
                id,
                1,
                1,
                AppointmentStatus.HELD,
                List.of(participant),
                treatment,
                visit,
                waivers,
                expiresAt,
                null,
                null));
    }

    /** Refuses an appointment that is no hold any more, whether it was booked or has expired. */
    static Hold of(Appointment appointment) {
        return switch (appointment.status()) {
            case HELD -> new Hold(appointment);
            case EXPIRED -> throw Standing.is(AppointmentStatus.EXPIRED);
            default -> throw Standing.holdBooked();
        };
    }

    Change<AppointmentHeld> announced(List<Claim> claims) {
        return new Change<>(held, new AppointmentHeld(held.snapshot(claims), Difference.ALL), held.waivers());
    }

    void requireStanding(Instant now) {
        if (!now.isBefore(Objects.requireNonNull(held.expiresAt()))) {
            throw Standing.is(AppointmentStatus.EXPIRED);
        }
    }

    void requireMatch(BookAppointment command) {
        requireSame("treatmentId", command.treatmentId(), held.treatmentId());
        requireSame("minutes", command.minutes(), held.visit().minutes());
        requireSame("locationId", command.locationId(), held.visit().locationId());
        requireSame("start", command.start(), held.start());
        ClientId client = held.participants().getFirst().clientId();
        if (client != null) {
            requireSame(
                    Fields.OF_BOOKING.client(),
                    command.participants().getFirst().clientId(),
                    client);
        }
    }

    private static void requireSame(String field, Object asked, Object held) {
        if (!asked.equals(held)) {
            throw Rejection.invalid("hold-mismatch", "The hold is for something else.", field);
        }
    }

    /** Its length, place and time stay. */
    Change<AppointmentBooked> book(
            Participant participant, Visit visit, List<Waiver> waived, List<Claim> had, List<Claim> has) {
        boolean sameTherapist = participant.therapistId().equals(held.therapist());
        Appointment booked = with(
                AppointmentStatus.BOOKED,
                sameTherapist ? held.revision() : held.revision() + 1,
                participant,
                visit,
                Waivers.together(held.waivers(), waived));
        return Change.between(held, had, booked, has, AppointmentBooked::new).waiving(waived);
    }

    Change<AppointmentExpired> end(List<Claim> had) {
        Appointment expired = with(
                AppointmentStatus.EXPIRED,
                held.revision(),
                held.participants().getFirst(),
                held.visit(),
                held.waivers());
        return Change.between(held, had, expired, List.of(), AppointmentExpired::new);
    }

    private Appointment with(
            AppointmentStatus status, long revision, Participant participant, Visit visit, List<Waiver> waivers) {
        return new Appointment(
                held.id(),
                held.version() + 1,
                revision,
                status,
                List.of(participant),
                held.treatmentId(),
                visit,
                waivers,
                null,
                null,
                null);
    }
}
