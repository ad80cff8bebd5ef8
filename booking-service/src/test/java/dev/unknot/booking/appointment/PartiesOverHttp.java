package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.test.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Visits of several, in a room for three, over HTTP. */
abstract class PartiesOverHttp extends LifeOverHttp {

    static final String ALL = "/api/v1/appointments";
    static final String MANAGERS_WISH = "He comes from far away.";

    TherapistId noor;
    ClientId ben;
    RoomId pool;

    @BeforeEach
    void openARoomForThree() {
        pool = clinic.withRoom(3, "pool").rooms.getLast().id();
        noor = clinic.therapist();
        ben = clinic.client();
    }

    RescheduleAppointment overbooking(int hour) {
        return new RescheduleAppointment(
                clinic.at(hour, 0), mira, null, null, null, null, null, null, null, MANAGERS_WISH);
    }

    RescheduleAppointment therapists(int hour, TherapistId... therapists) {
        return new RescheduleAppointment(
                clinic.at(hour, 0), null, null, null, null, null, List.of(therapists), null, null, null);
    }

    static Seat seat(ClientId client, @Nullable TherapistId therapist) {
        return new Seat(client, therapist);
    }

    BookAppointment party(int hour, Seat... seats) {
        return new BookAppointment(List.of(seats), treatment, 60, clinic.location, clinic.at(hour, 0), null);
    }

    BookAppointment overbooking(int hour, String reason, Seat... seats) {
        return new BookAppointment(
                List.of(seats), treatment, 60, clinic.location, clinic.at(hour, 0), null, null, null, null, reason);
    }

    BookAppointment in(RoomId room, int hour, ClientId client, TherapistId therapist) {
        return new BookAppointment(
                List.of(seat(client, therapist)),
                treatment,
                60,
                clinic.location,
                clinic.at(hour, 0),
                null,
                null,
                room,
                null,
                null);
    }

    static BookAppointment redeeming(AppointmentView hold, BookAppointment wish) {
        return new BookAppointment(
                wish.participants(),
                wish.treatmentId(),
                wish.minutes(),
                wish.locationId(),
                wish.start(),
                hold.id(),
                null);
    }

    String booked(int hour, Seat... seats) {
        return posted(party(hour, seats));
    }

    String posted(BookAppointment wish) {
        Answer booked = owner.post(ALL, wish);
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked.createdId();
    }

    void refusedAt(int status, String code, String field, int hour, Seat... seats) {
        refusedAt(status, code, field, party(hour, seats));
    }

    void refusedAt(int status, String code, String field, BookAppointment wish) {
        Answer answer = owner.post(ALL, wish);
        refused(status, code, answer);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    }
}
