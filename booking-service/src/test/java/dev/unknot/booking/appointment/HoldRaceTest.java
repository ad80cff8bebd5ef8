package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.HoldTime;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class HoldRaceTest extends HoldsOverHttp {

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void noCallerIsLeft() {
        callers.close();
    }

    @Test
    void ofTwentyWhoBookOneHoldOneGetsIt() {
        AppointmentView held = hold(10);
        List<ClientId> clients =
                IntStream.range(0, 20).mapToObj(i -> clinic.client()).toList();

        List<Answer> answers = Race.of(20, i -> () -> Race.answered(() -> book(10, held.id(), clients.get(i))));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allMatch(answer -> answer.code().equals("hold-booked"));
        assertThat(story(held.id())).containsExactly("1 held", "2 booked");
    }

    @Test
    void ofTwentyWhoMeetAHoldThatEndedOneBooksAndItsEndIsAnnouncedOnce() {
        AppointmentView held = hold(10);
        List<ClientId> clients =
                IntStream.range(0, 20).mapToObj(i -> clinic.client()).toList();
        letTheLeaseEnd();

        List<Answer> answers = Race.of(20, i -> () -> Race.answered(() -> book(10, null, clients.get(i))));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(story(held.id())).containsExactly("1 held", "2 expired lease-over");
    }

    @Test
    void whoBooksAHoldAsItEndsAndWhoTakesItsTimeExcludeEachOther() {
        AppointmentView held = hold(10);
        List<ClientId> clients =
                IntStream.range(0, 20).mapToObj(i -> clinic.client()).toList();

        List<Answer> answers = Race.of(20, i -> () -> {
            if (i == 0) {
                letTheLeaseEnd();
            }
            return Race.answered(() -> book(10, i % 2 == 0 ? held.id() : null, clients.get(i)));
        });

        assertThat(answers.stream().filter(answer -> answer.status() == 201))
                .as(answers.toString())
                .hasSizeLessThanOrEqualTo(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allMatch(answer ->
                        List.of("hold-booked", "hold-expired", "slot-taken").contains(answer.code()));
        book(10, null, clinic.client());
        assertThat(jdbc().sql("SELECT count(*) FROM claims WHERE resource_id = ?")
                        .param(mira.value())
                        .query(Integer.class)
                        .single())
                .as("whoever it was")
                .isEqualTo(1);
    }

    /**
     * The booking of the hold, for another therapist, has changed the row and not committed when somebody who wants the
     * hold's own therapist finds the lease over. They share no lock but that row. Without the version in the row's update
     * only the history's key stands between the booked appointment and its end.
     */
    @Test
    void aHoldThatIsBookedAtTheLastMomentIsNotEndedByWhoComesAfter() throws Exception {
        clinic.withRoom(1);
        TherapistId noor = clinic.therapist();
        AppointmentView held = desk.post(
                        HOLDS, new HoldTime(null, mira, treatment, 60, clinic.location, clinic.at(10, 0), null))
                .body(AppointmentView.class);
        occupyItsRoomFrom(clinic.at(11, 15), clinic.therapist());
        String elsewhere = book(clinic.client(), 16);
        BookAppointment atTheLastMoment = of(held.id(), clinic.hourOf(treatment, ada, noor, clinic.at(10, 0)));
        BookAppointment afterwards = clinic.booking(treatment, 120, clinic.client(), mira, clinic.at(10, 0));

        List<Future<Answer>> answers = Objects.requireNonNull(transaction.execute(status -> {
            claimAtTen(ada, elsewhere);
            Future<Answer> first = callers.submit(() -> desk.post(APPOINTMENTS, atTheLastMoment));
            Probe.waitUntil("the booking of the hold waits to claim Ada", () -> waiting() == 1);
            letTheLeaseEnd();
            Future<Answer> second = callers.submit(() -> desk.post(APPOINTMENTS, afterwards));
            Probe.waitUntil("who met the hold waits for its row", () -> waiting() == 2);
            status.setRollbackOnly();
            return List.of(first, second);
        }));

        assertThat(answers.get(1).get(30, TimeUnit.SECONDS).status()).isEqualTo(201);
        assertThat(answers.get(0).get(30, TimeUnit.SECONDS).status()).isEqualTo(201);
        assertThat(one(held.id().toString()).status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(claimsOf(held.id())).containsExactly("CLIENT", "ROOM", "THERAPIST");
        assertThat(story(held.id())).containsExactly("1 held", "2 booked");
    }

    /** The renewal has read the hold and waits for its row when somebody finds the lease over. */
    @Test
    void aHoldThatIsRenewedAtTheLastMomentIsNotEndedByWhoComesAfter() throws Exception {
        AppointmentView held = hold(10);
        Instant end = Objects.requireNonNull(held.expiresAt());
        goTo(end.minusSeconds(60));

        List<Future<Answer>> answers = Objects.requireNonNull(transaction.execute(status -> {
            var unused = jdbc().sql("SELECT version FROM appointments WHERE id = ? FOR UPDATE")
                    .param(held.id().value())
                    .query(Long.class)
                    .single();
            Future<Answer> first =
                    callers.submit(() -> desk.post(HOLDS + "/" + held.id() + "/renewal", "", "If-Match", "\"1\""));
            Probe.waitUntil("the renewal waits for the row", () -> waiting() == 1);
            goTo(end.plusSeconds(60));
            Future<Answer> second = callers.submit(() -> book(10, null, ada));
            Probe.waitUntil("who met the hold waits for its row", () -> waiting() == 2);
            status.setRollbackOnly();
            return List.of(first, second);
        }));

        assertThat(answers.get(0).get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(answers.get(1).get(30, TimeUnit.SECONDS).code()).isEqualTo("slot-taken");
        assertThat(story(held.id())).containsExactly("1 held", "2 held");
        assertThat(claimsOf(held.id())).containsExactly("ROOM", "THERAPIST");
    }

    /** The first of the rooms, as of the hold. */
    private void occupyItsRoomFrom(Instant start, TherapistId therapist) {
        Answer booked = desk.post(APPOINTMENTS, clinic.hourOf(treatment, clinic.client(), therapist, start));
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
    }

    private void claimAtTen(ClientId client, String appointment) {
        jdbc().sql("""
                INSERT INTO claims (appointment_id, resource_id, kind, owner_id, during)
                VALUES (:appointment, :client, 'CLIENT', :client, tstzrange(:start, :end, '[)'))
                """)
                .param("appointment", UUID.fromString(appointment))
                .param("client", client.value())
                .param("start", clinic.at(10, 0).atOffset(ZoneOffset.UTC))
                .param("end", clinic.at(11, 0).atOffset(ZoneOffset.UTC))
                .update();
    }

    private int waiting() {
        return jdbc().sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                .query(Integer.class)
                .single();
    }
}
