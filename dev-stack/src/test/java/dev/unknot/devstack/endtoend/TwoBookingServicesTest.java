package dev.unknot.devstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.devstack.Service;
import dev.unknot.devstack.ServiceProcess;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two booking-service processes on one database and one Kafka, each with an index of its own. */
class TwoBookingServicesTest {

    private static final Stack STACK = SharedStack.get();
    private static final ZoneId ZONE = ZoneId.of("Australia/Adelaide");
    private static final Duration DAYS = Duration.ofDays(10);
    private static final int TRIES = 5;

    private static Clinic clinic;
    private static List<String> clients;
    private static ServiceProcess first;
    private static ServiceProcess second;

    @BeforeAll
    static void startASecond() {
        first = SharedStack.process(Service.BOOKING);
        second = STACK.startAnother(Service.BOOKING, Map.of());
        clinic = Clinic.open(STACK, "Twin Clinic", ZONE);
        clients = IntStream.range(0, 3)
                .mapToObj(i -> clinic.client("Twin " + i, "twin" + i + "@example.org", "+6187010504" + i))
                .toList();
        second.awaitReady(Stack.START_LIMIT);
    }

    @AfterAll
    static void endIt() {
        second.stop();
    }

    @Test
    void theIndexOfEachFollowsTheOtherWithinASecond() {
        Duration there = medianUntilGone(first, second, 3);
        Duration back = medianUntilGone(second, first, 4);

        System.out.println("the other's index followed within " + there.toMillis() + " and " + back.toMillis() + " ms");
        assertThat(List.of(there, back))
                .as("medians of %d, so that one pause of a busy machine is none of the index's", TRIES)
                .allSatisfy(took -> assertThat(took).isLessThan(Duration.ofSeconds(1)));
    }

    /** What it reads first is kept from it until all else in it runs: so little is soon read, and nobody would see it wait. */
    @Test
    void aKilledOneKnowsWhatWasBookedMeanwhileAsSoonAsItSaysThatItIsReady() throws Exception {
        Instant from = at(20, 0);
        Probe.waitUntil("both offer the same", () -> offered(first, from, DAYS).equals(offered(second, from, DAYS)));
        Set<Instant> before = offered(first, from, DAYS);

        BookingStream stream = new BookingStream(clinic, clients, 20);
        try (stream) {
            more(stream);
            second.kill();
            more(stream);
        }
        Set<Instant> left = offered(first, from, DAYS);
        try (Connection keeper = STACK.jdbc(Service.BOOKING).getConnection()) {
            keeper.setAutoCommit(false);
            keeper.createStatement().execute("LOCK TABLE claims IN ACCESS EXCLUSIVE MODE");
            second = STACK.startAnother(Service.BOOKING, Map.of());
            Probe.waitUntil("all else runs", Stack.START_LIMIT, () -> saysThatItStarted(second));
            for (int asked = 0; asked < 50; asked++) {
                assertThat(second.isReady())
                        .as("ready before it has read the claims")
                        .isFalse();
            }
        }
        second.awaitReady(Stack.START_LIMIT);
        Set<Instant> asSoonAsReady = offered(second, from, DAYS);

        assertThat(asSoonAsReady)
                .isEqualTo(left)
                .isEqualTo(offered(first, from, DAYS))
                .isNotEqualTo(before)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(standing(stream));
    }

    /** As many rooms as therapists, all asked for at one time; the clinic's own therapist would need one room more. */
    @Test
    void ofFiveHundredPairsNobodyIsRefusedWhileARoomIsFree() throws Exception {
        Instant ten = at(3, 10);
        try (Crowd crowd = Crowd.of(500, "Crowd Clinic", ZONE, LocalDate.ofInstant(ten, ZONE))) {
            crowd.isOfferedBy(List.of(first, second), ten);

            List<Answer> answers = crowd.bookAllAtOnce(List.of(first, second), ten);

            assertThat(answers).hasSize(500);
            assertThat(answers).filteredOn(answer -> answer.status() != 201).isEmpty();
            assertThat(crowd.taken("ROOM")).hasSize(500).doesNotHaveDuplicates();
            assertThat(crowd.taken("THERAPIST")).hasSize(500).doesNotHaveDuplicates();
            assertThat(crowd.overlaps()).isZero();
            assertThat(crowd.bookOneMore(ten).code()).as("when no room is left").isEqualTo("slot-taken");
        }
    }

    /** Until a slot booked in one process is no longer offered by the other, counted from the booking's answer. */
    private static Duration medianUntilGone(ServiceProcess here, ServiceProcess there, int daysAhead) {
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            Instant start = at(daysAhead, 9 + 2 * i);
            Probe.waitUntil("the slot is offered there", () -> offers(there, start));
            Answer booked = caller(here).post("/api/v1/appointments", clinic.wish(clients.getFirst(), start, 60));
            long answered = System.nanoTime();
            assertThat(booked.status()).as("%s", booked).isEqualTo(201);
            assertThat(offers(here, start)).as("offered where it was booked").isFalse();
            Probe.waitUntil("the slot is gone there", () -> !offers(there, start));
            took.add(Duration.ofNanos(System.nanoTime() - answered));
        }
        return took.stream().sorted().toList().get(TRIES / 2);
    }

    private static boolean offers(ServiceProcess process, Instant start) {
        return offered(process, start, Duration.ofHours(1)).contains(start);
    }

    /** Each start of an hour with the clinic's therapist. */
    private static Set<Instant> offered(ServiceProcess process, Instant from, Duration length) {
        Answer slots = caller(process)
                .get("/api/v1/slots?treatment=" + clinic.treatment() + "&minutes=60&location=" + clinic.location()
                        + "&therapist=" + clinic.therapist() + "&from=" + from + "&to=" + from.plus(length)
                        + "&limit=1000");
        assertThat(slots.status()).as("%s", slots).isEqualTo(200);
        Set<Instant> starts = new TreeSet<>();
        slots.body()
                .path("items")
                .forEach(slot -> starts.add(Instant.parse(slot.path("start").asString())));
        return starts;
    }

    private static boolean saysThatItStarted(ServiceProcess process) {
        try {
            return Files.readString(process.log()).contains("Started BookingServiceApplication");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static List<Instant> standing(BookingStream stream) {
        List<String> ids = new ArrayList<>(stream.booked());
        ids.removeAll(stream.cancelled());
        return ids.stream()
                .map(id -> clinic.booking().get("/api/v1/appointments/" + id).body())
                .map(visit -> Instant.parse(visit.path("start").asString()))
                .toList();
    }

    private static void more(BookingStream stream) {
        int before = stream.booked().size();
        Probe.waitUntil("more are booked", () -> stream.booked().size() >= before + 5);
    }

    private static Http caller(ServiceProcess process) {
        return Http.at(process.port()).as(clinic.ownerToken());
    }

    private static Instant at(int daysAhead, int hour) {
        return LocalDate.now(ZONE)
                .plusDays(daysAhead)
                .atTime(hour, 0)
                .atZone(ZONE)
                .toInstant();
    }
}
