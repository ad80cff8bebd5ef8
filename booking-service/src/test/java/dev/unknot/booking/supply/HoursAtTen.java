package dev.unknot.booking.supply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.CreateClient;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.Approach;
import dev.unknot.common.treatment.CreateTreatment;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hours at ten in Neubau: how they are booked, what is written down of them, and how a test has done with them. */
record HoursAtTen(Http owner, JdbcClient jdbc, Neubau neubau, TreatmentId treatment) {

    static HoursAtTen in(Neubau neubau, Http owner, JdbcClient jdbc) {
        return new HoursAtTen(owner, jdbc, neubau, treatment(owner));
    }

    Answer book(ClientId client, TherapistId therapist) {
        return owner.post(
                "/api/v1/appointments",
                new BookAppointment(
                        List.of(new Seat(client, therapist)), treatment, 60, neubau.id, neubau.ten(), null));
    }

    UUID booked(ClientId client, TherapistId therapist) {
        Answer booked = book(client, therapist);
        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        return UUID.fromString(booked.createdId());
    }

    /** The visit, and all that was announced and written down of it after it was booked. */
    List<String> everything(UUID visit) {
        return jdbc.sql("""
                SELECT concat_ws(' ', status, version, displaced) FROM appointments WHERE id = :visit
                UNION ALL (
                    SELECT concat_ws(' ', o.type, o.sequence, h.cause,
                        convert_from(o.data, 'UTF8')::jsonb -> 'appointment' ->> 'displaced')
                    FROM outbox o LEFT JOIN appointment_history h
                        ON h.appointment_id = o.subject AND h.version = o.sequence AND h.what = o.type
                    WHERE o.subject = :visit AND o.sequence > 1 ORDER BY o.position)
                """).param("visit", visit).query(String.class).list();
    }

    void free(UUID appointment) {
        jdbc.sql("DELETE FROM claims WHERE appointment_id = ?")
                .param(appointment)
                .update();
        jdbc.sql("UPDATE appointments SET status = 'COMPLETED' WHERE id = ?")
                .param(appointment)
                .update();
    }

    /** In the running transaction, so that whoever wants the client too has to wait for its end. */
    void claimForAMoment(UUID visit, ClientId client) {
        jdbc.sql("""
                INSERT INTO claims (appointment_id, resource_id, kind, owner_id, during)
                VALUES (?, ?, 'CLIENT', ?, tstzrange(?, ?, '[)'))
                """)
                .params(
                        visit,
                        client.value(),
                        client.value(),
                        neubau.ten().atOffset(ZoneOffset.UTC),
                        neubau.ten().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .update();
    }

    void bookAlikeOnOtherDays(UUID visit, int more) {
        jdbc.sql("""
                WITH alike AS (
                    SELECT gen_random_uuid() AS id, make_interval(days => n / 5 + 1, hours => n % 5 * 2 - 2) AS later
                    FROM generate_series(0, :more - 1) AS n),
                booked AS (
                    INSERT INTO appointments
                    SELECT (jsonb_populate_record(a, jsonb_build_object('id', alike.id,
                        'starts_at', a.starts_at + later, 'ends_at', a.ends_at + later))).*
                    FROM appointments a, alike WHERE a.id = :visit
                    RETURNING id),
                seated AS (
                    INSERT INTO appointment_participants
                    SELECT booked.id, position, client_id, therapist_id
                    FROM appointment_participants p, booked WHERE p.appointment_id = :visit)
                INSERT INTO claims (appointment_id, resource_id, kind, owner_id, during)
                SELECT alike.id, resource_id, kind, owner_id,
                    tstzrange(lower(during) + later, upper(during) + later, '[)')
                FROM claims c, alike WHERE c.appointment_id = :visit
                """).param("more", more).param("visit", visit).update();
    }

    ClientId client() {
        Answer created = owner.post(
                "/api/v1/clients", new CreateClient("Ada Lind", UUID.randomUUID() + "@example.org", null, "de"));
        return ClientId.of(created.createdId());
    }

    private static TreatmentId treatment(Http owner) {
        Answer created = owner.post(
                "/api/v1/treatments",
                new CreateTreatment(
                        Approach.SWEDISH,
                        "Classic",
                        List.of(new Offer(60, new Money(8900, "EUR"))),
                        5,
                        10,
                        null,
                        null,
                        15,
                        60));
        return TreatmentId.of(created.createdId());
    }
}
