package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.transaction.ResourceLocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is moved meets what is moved, booked or cancelled at the same moment.
 *
 * <p>To see the moves of one appointment and the move against a cancellation red, leave {@code AND version = :before} out of
 * {@link Appointments#update}; the move against bookings goes red in the second run without the constraint.
 */
abstract class MoveRaces extends BookingRaces {

    private static final CancelAppointment CLIENT_ASKED = new CancelAppointment("client-asked", null);

    @Autowired
    private ResourceLocks locks;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void ofTwentyMovesOfOneAppointmentOneIsMadeAndAnnounced() {
        String id = bookedAt(10, mira(), 0);

        List<Answer> answers = Race.of(20, i -> () -> move(id, clinic().at(12 + i / 4, 15 * (i % 4)), mira()));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .allMatch(answer -> answer.code().equals("version-mismatch"));
        assertThat(claimsOf(UUID.fromString(id))).containsExactlyInAnyOrder("CLIENT", "ROOM", "THERAPIST");
        assertThat(announcedOf(clinic())).hasSize(2);
    }

    @Test
    void movesAndBookingsOfOneTimeExcludeEachOther() {
        List<String> elsewhere = new ArrayList<>();
        // Hours apart, so that the room's turnover is in nobody's way.
        for (int hour : List.of(7, 9, 11, 13, 17)) {
            elsewhere.add(bookedAt(hour, mira(), hour));
        }
        Instant wanted = clinic().at(15, 0);

        List<Answer> answers = Race.of(
                20,
                i -> i < elsewhere.size()
                        ? () -> move(elsewhere.get(i), wanted, mira())
                        : () -> book(clinic().hourOf(treatment(), clients().get(20 + i), mira(), wanted)));

        assertThat(answers.stream().filter(answer -> answer.status() < 300)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() >= 300))
                .allMatch(answer -> answer.code().equals("slot-taken"));
        assertThat(elsewhere)
                .as("moved or left whole")
                .allSatisfy(id -> assertThat(claimsOf(UUID.fromString(id))).hasSize(3));
        assertThat(claimsOn(mira(), wanted)).isEqualTo(1);
    }

    @Test
    void ofMovesAndCancellationsOfOneAppointmentOneIsMade() {
        String id = bookedAt(10, mira(), 0);

        List<Answer> answers =
                Race.of(10, i -> i % 2 == 0 ? () -> move(id, clinic().at(14, 15 * i / 2), mira()) : () -> cancel(id));

        assertThat(answers.stream().filter(answer -> answer.status() == 200))
                .as(answers.toString())
                .hasSize(1);
        boolean moved = answers.stream()
                .anyMatch(answer -> answer.status() == 200
                        && answer.body().path("status").asString().equals("BOOKED"));
        assertThat(claimsOf(UUID.fromString(id))).hasSize(moved ? 3 : 0);
        assertThat(announcedOf(clinic())).hasSize(2);
    }

    @Test
    void aMoveThatReadBeforeACancellationAndWritesAfterItIsRefused() throws Exception {
        String id = bookedAt(10, mira(), 0);

        Answer late = whileMovesWait(() -> move(id, clinic().at(14, 0), mira()), () -> cancel(id));

        assertThat(late.code()).isEqualTo("version-mismatch");
        assertThat(claimsOf(UUID.fromString(id))).isEmpty();
        assertThat(announcedOf(clinic())).hasSize(2);
    }

    @Test
    void twoWhoWantEachOthersTimeBothKeepTheirs() {
        String ten = bookedAt(10, mira(), 0);
        String twelve = bookedAt(12, mira(), 1);

        List<Answer> answers = Race.of(
                2,
                i -> i == 0
                        ? () -> move(ten, clinic().at(12, 0), mira())
                        : () -> move(twelve, clinic().at(10, 0), mira()));

        assertThat(answers).extracting(Answer::code).containsOnly("slot-taken");
        assertThat(claimsOn(mira(), clinic().at(10, 0))).isEqualTo(1);
        assertThat(claimsOn(mira(), clinic().at(12, 0))).isEqualTo(1);
    }

    @Test
    void twoHundredInCrossingOrderAreBookedOrRefused() {
        clinic().withRoom(3).withRoom(2);
        List<TherapistId> therapists =
                IntStream.range(0, 6).mapToObj(i -> clinic().therapist()).toList();
        Random dice = new Random(7);
        List<BookAppointment> wishes = IntStream.range(0, 200)
                .mapToObj(i -> {
                    List<TherapistId> two = shuffled(therapists, dice);
                    List<ClientId> both = shuffled(clients().subList(0, 12), dice);
                    Seat first = new Seat(both.getFirst(), dice.nextBoolean() ? two.getFirst() : null);
                    Seat second = new Seat(both.getLast(), two.getLast());
                    return new BookAppointment(
                            dice.nextBoolean() ? List.of(first, second) : List.of(second),
                            treatment(),
                            60,
                            clinic().location,
                            clinic().at(8 + dice.nextInt(3), 15 * dice.nextInt(4)),
                            null);
                })
                .toList();

        // As many at once as the service has connections, and as many again.
        List<List<Answer>> answers = Race.of(
                40,
                i -> () -> IntStream.range(0, 5)
                        .mapToObj(turn -> book(wishes.get(5 * i + turn)))
                        .toList());

        assertThat(answers.stream().flatMap(List::stream))
                .hasSize(200)
                .allMatch(answer -> answer.status() == 201 || answer.code().equals("slot-taken"))
                .anyMatch(answer -> answer.status() == 201)
                .anyMatch(answer -> answer.status() == 409);
    }

    private static <T> List<T> shuffled(List<T> all, Random dice) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, dice);
        return shuffled;
    }

    private String bookedAt(int hour, TherapistId therapist, int client) {
        Answer booked = book(clinic().hourOf(treatment(), clients().get(client), therapist, clinic().at(hour, 0)));
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked.createdId();
    }

    private Answer move(String id, Instant start, TherapistId therapist) {
        RescheduleAppointment command = new RescheduleAppointment(start, therapist, null, null, null, null);
        return change(id, "reschedule", command);
    }

    private Answer cancel(String id) {
        return change(id, "cancellation", CLIENT_ASKED);
    }

    private Answer change(String id, String how, Object command) {
        String path = "/api/v1/appointments/" + id + "/" + how;
        return Race.answered(() -> owner().post(path, command, "If-Match", "\"1\""));
    }

    /** Lets the move read, then has the other done, and only then lets the move go on. */
    private Answer whileMovesWait(Callable<Answer> move, Supplier<Answer> other) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> waiting = Objects.requireNonNull(transaction.execute(status -> {
                locks.lock(List.of(mira().value()));
                Future<Answer> moving = callers.submit(move);
                Probe.waitUntil("the move waits for Mira", this::someoneWaitsForALock);
                assertThat(other.get().status()).isEqualTo(200);
                return moving;
            }));
            return waiting.get(30, TimeUnit.SECONDS);
        }
    }
}
