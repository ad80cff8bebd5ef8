package dev.unknot.devstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.event.Topics;
import dev.unknot.devstack.Service;
import dev.unknot.devstack.ServiceProcess;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two booking-service processes on one database, fifty requests at once. To see the second half red: drop the constraint
 * {@code nobody_is_booked_twice} after the stack has started.
 */
class OneSlotManyBookingsTest {

    private static final int REQUESTS = 50;

    /** Of a race, on a machine that is not busy; a deadlock alone takes a second until it is seen. */
    private static final Duration SLOWEST = Duration.ofSeconds(2);

    /** At most: one pause of a busy machine makes one race slow, what is slow by itself makes each of them slow. */
    private static final int RACES = 3;

    /** Of one who is told to try again shortly, as a busy machine says it. */
    private static final int TRIES = 10;

    private static final Stack STACK = SharedStack.get();
    private static Clinic clinic;
    private static List<String> clients;

    /** How the wished times lie to each other; any two of them overlap around 12:30. */
    enum Wishes {
        THE_SAME {
            @Override
            Wish of(int i) {
                return new Wish(0, 60);
            }
        },
        OVERLAPPING {
            @Override
            Wish of(int i) {
                return new Wish(15 * (i % 4 - 1), 60);
            }
        },
        CONTAINING_AND_CONTAINED {
            @Override
            Wish of(int i) {
                return List.of(new Wish(15, 30), new Wish(0, 60), new Wish(-15, 90), new Wish(-30, 120))
                        .get(i % 4);
            }
        };

        abstract Wish of(int i);
    }

    record Wish(int minutesAfterNoon, int minutes) {}

    private record Outcome(Answer answer, Duration took) {}

    private static ServiceProcess second;
    private static List<ServiceProcess> withoutFriendlyCheck;
    private static Duration slowestApart;

    @BeforeAll
    static void twoMoreKindsOfProcesses() throws Exception {
        clinic = Clinic.open(STACK, "Race Clinic", ZoneId.of("Europe/Berlin"));
        clients = IntStream.range(0, REQUESTS)
                .mapToObj(
                        i -> clinic.client("Client " + i, "race" + i + "@example.org", "+4930231251%02d".formatted(i)))
                .toList();
        second = STACK.startAnother(Service.BOOKING, Map.of());
        Map<String, String> unfriendly = Map.of("UNKNOT_APPOINTMENTS_FRIENDLYCHECK", "false");
        withoutFriendlyCheck = List.of(
                STACK.startAnother(Service.BOOKING, unfriendly), STACK.startAnother(Service.BOOKING, unfriendly));
        second.awaitReady(Stack.START_LIMIT);
        withoutFriendlyCheck.forEach(process -> process.awaitReady(Stack.START_LIMIT));
        // A race measures how they wait for one another, not how a JVM loads its classes: each process has booked
        // before.
        List<ServiceProcess> friendly = List.of(SharedStack.process(Service.BOOKING), second);
        slowestOfBookingsApart(friendly, 20);
        slowestOfBookingsApart(withoutFriendlyCheck, 21);
        Duration ofFriendly = slowestOfBookingsApart(friendly, 22);
        Duration ofOthers = slowestOfBookingsApart(withoutFriendlyCheck, 23);
        slowestApart = ofFriendly.compareTo(ofOthers) > 0 ? ofFriendly : ofOthers;
    }

    /** As many bookings at once as in a race, each of a time that nobody else wants: how busy this machine is. */
    private static Duration slowestOfBookingsApart(List<ServiceProcess> processes, int daysAhead) throws Exception {
        Instant noon = Instant.parse(clinic.slotAtNoon(daysAhead).path("start").asString());
        List<Outcome> outcomes =
                atOnce(i -> Http.at(processes.get(i % processes.size()).port())
                        .as(clinic.ownerToken())
                        .post("/api/v1/appointments", clinic.wish(clients.get(i), noon.plusSeconds(i * 900L), 30)));
        assertThat(outcomes).extracting(outcome -> outcome.answer().status()).contains(201);
        return slowest(outcomes);
    }

    private static Duration slowest(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::took).max(Duration::compareTo).orElseThrow();
    }

    @AfterAll
    static void endThem() {
        second.stop();
        withoutFriendlyCheck.forEach(ServiceProcess::stop);
    }

    @ParameterizedTest
    @EnumSource
    void oneIsBookedAndTheOthersAreToldItIsTaken(Wishes wishes) throws Exception {
        races(wishes, 5 + wishes.ordinal(), List.of(SharedStack.process(Service.BOOKING), second));
    }

    @ParameterizedTest
    @EnumSource
    void theConstraintAloneDecidesWithoutTheFriendlyCheck(Wishes wishes) throws Exception {
        races(wishes, 10 + wishes.ordinal(), withoutFriendlyCheck);
    }

    /** On days a month apart. */
    private static void races(Wishes wishes, int daysAhead, List<ServiceProcess> processes) throws Exception {
        Duration limit = SLOWEST.plus(slowestApart);
        Duration slowest = race(wishes, daysAhead, processes);
        for (int more = 1; more < RACES && slowest.compareTo(limit) >= 0; more++) {
            slowest = race(wishes, daysAhead + 30 * more, processes);
        }
        assertThat(slowest)
                .as("slowest of %d, where as many apart take up to %s", REQUESTS, slowestApart)
                .isLessThan(limit);
    }

    private static long deadlocks() {
        return SharedStack.database(Service.BOOKING)
                .sql("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
                .query(Long.class)
                .single();
    }

    /** How long the slowest took. */
    private static Duration race(Wishes wishes, int daysAhead, List<ServiceProcess> processes) throws Exception {
        Instant noon = Instant.parse(clinic.slotAtNoon(daysAhead).path("start").asString());
        long deadlocks = deadlocks();

        List<Outcome> outcomes = atOnce(i -> {
            Wish wish = wishes.of(i);
            Instant start = noon.plus(Duration.ofMinutes(wish.minutesAfterNoon()));
            return book(processes.get(i % processes.size()), clinic.wish(clients.get(i), start, wish.minutes()));
        });

        assertThat(outcomes).extracting(outcome -> outcome.answer().status()).containsOnly(201, 409);
        List<Answer> booked = outcomes.stream()
                .map(Outcome::answer)
                .filter(answer -> answer.status() == 201)
                .toList();
        assertThat(booked).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.answer().status() == 409)
                .hasSize(REQUESTS - 1)
                .allSatisfy(outcome -> assertThat(outcome.answer().code()).isEqualTo("slot-taken"));
        assertThat(deadlocks()).as("deadlocks").isEqualTo(deadlocks);
        System.out.println(wishes + " through " + processes.size() + " processes, slowest of " + REQUESTS + ": "
                + slowest(outcomes).toMillis() + " ms, of as many apart " + slowestApart.toMillis() + " ms");

        Instant from = noon.minus(Duration.ofHours(1));
        Instant to = noon.plus(Duration.ofHours(2));
        assertThat(claimsBetween(from, to))
                .as("one claim per resource: therapist, client and room")
                .hasSize(3)
                .doesNotHaveDuplicates();
        Probe.waitUntil(
                "the outbox is empty",
                () -> SharedStack.database(Service.BOOKING)
                                .sql("SELECT count(*) FROM outbox")
                                .query(Long.class)
                                .single()
                        == 0);
        List<String> raced = appointmentsBetween(from, to);
        assertThat(new TopicReader(STACK.kafka().bootstrapServers(), "")
                        .read(Topics.APPOINTMENTS).stream().filter(record -> raced.contains(record.key())))
                .as("one event")
                .hasSize(1)
                .allSatisfy(record ->
                        assertThat(record.key()).isEqualTo(booked.getFirst().createdId()));
        return slowest(outcomes);
    }

    private static Answer book(ServiceProcess process, Map<String, Object> wish) {
        Http caller = Http.at(process.port()).as(clinic.ownerToken()).with("Idempotency-Key", Clinic.key());
        Answer answer = caller.post("/api/v1/appointments", wish);
        for (int tried = 1; answer.status() == 503 && tried < TRIES; tried++) {
            answer = caller.post("/api/v1/appointments", wish);
        }
        return answer;
    }

    private static List<Outcome> atOnce(Request request) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> running = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    go.await();
                    long before = System.nanoTime();
                    Answer answer = request.send(number);
                    return new Outcome(answer, Duration.ofNanos(System.nanoTime() - before));
                }));
            }
            go.countDown();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }

    private interface Request {
        Answer send(int number);
    }

    private static List<String> claimsBetween(Instant from, Instant to) {
        return SharedStack.database(Service.BOOKING)
                .sql("""
                        SELECT c.resource_id::text FROM claims c
                        WHERE c.during && tstzrange(?::timestamptz, ?::timestamptz)
                          AND c.appointment_id IN (SELECT id FROM appointments WHERE location_id = ?::uuid)""")
                .param(from.toString())
                .param(to.toString())
                .param(clinic.location())
                .query(String.class)
                .list();
    }

    private static List<String> appointmentsBetween(Instant from, Instant to) {
        return SharedStack.database(Service.BOOKING)
                .sql("""
                        SELECT DISTINCT appointment_id::text FROM claims
                        WHERE during && tstzrange(?::timestamptz, ?::timestamptz)
                          AND appointment_id IN (SELECT id FROM appointments WHERE location_id = ?::uuid)""")
                .param(from.toString())
                .param(to.toString())
                .param(clinic.location())
                .query(String.class)
                .list();
    }
}
