package dev.unknot.devstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.devstack.Service;
import dev.unknot.devstack.Stack;
import dev.unknot.devstack.phone.Trouble;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is killed: once it is back, every committed change is on the topic, and every message went out once. */
class KilledUnderBookingsTest {

    private static final Stack STACK = SharedStack.get();
    private static final Duration RECOVERY = Duration.ofSeconds(90);
    private static Clinic clinic;
    private static List<Guest> guests;

    private record Guest(String id, String email, String phone) {}

    @BeforeAll
    static void openTheClinic() {
        clinic = Clinic.open(STACK, "Outage Clinic", ZoneId.of("Australia/Adelaide"));
        guests = List.of(guest("Kai", 1), guest("Lea", 2), guest("Max", 3));
        assertThat(clinic.slotAtNoon(2).path("start").isString()).isTrue();
        Probe.waitUntil(
                "the contacts are known",
                () -> SharedStack.database(Service.NOTIFICATION)
                                .sql("SELECT count(*) FROM contacts WHERE email LIKE '%.outage@example.org'")
                                .query(Long.class)
                                .single()
                        == guests.size());
    }

    @AfterAll
    static void putAllRight() {
        STACK.phone().mend();
        STACK.clock(Duration.ZERO);
    }

    /** One message is at the gateway whose answer never came, one got lost on the way, and others are somewhere. */
    @Test
    void theServiceDiesWithMessagesOnTheirWayAndEachGoesOutOnce() {
        Guest taken = guests.get(0);
        Guest lost = guests.get(1);
        STACK.phone().make(Trouble.TAKES_WITHOUT_ANSWERING, taken.phone());
        STACK.phone().make(Trouble.LOSES_WITHOUT_ANSWERING, lost.phone());
        List<String> booked = new ArrayList<>();
        for (int i = 0; i < guests.size(); i++) {
            Instant start = Instant.parse(clinic.slotAtNoon(2 + i).path("start").asString());
            Answer answer = clinic.booking()
                    .post("/api/v1/appointments", clinic.wish(guests.get(i).id(), start, 60));
            assertThat(answer.status()).as("%s", answer).isEqualTo(201);
            booked.add(answer.createdId());
        }
        Probe.waitUntil(
                "the gateway leaves both waiting",
                () -> STACK.phone().leavesWaiting(taken.phone())
                        && STACK.phone().leavesWaiting(lost.phone()));
        assertThat(SharedStack.textsTo(taken.phone())).hasSize(1);
        assertThat(SharedStack.textsTo(lost.phone())).isEmpty();

        SharedStack.process(Service.NOTIFICATION).kill();
        STACK.phone().mend();
        // So that the dead one's leases end at once.
        STACK.clock(Duration.ofMinutes(1));
        SharedStack.restart(Service.NOTIFICATION);

        confirmedOnceEach(booked);
        assertThat(outcomesOf(booked.get(0))).containsExactly("ACCEPTED");
        assertThat(outcomesOf(booked.get(1))).containsExactly("LOST", "ACCEPTED");
    }

    @Test
    void kafkaIsDeadForTwentySecondsAndNoChangeGoesMissing() throws Exception {
        BookingStream stream = new BookingStream(clinic, ids(), 5);
        try (stream) {
            some(stream);
            STACK.kafka().kill();
            long dead = System.nanoTime();
            Probe.waitUntil(
                    "twenty seconds have passed", () -> System.nanoTime() - dead > TimeUnit.SECONDS.toNanos(20));
            STACK.kafka().restart();
            some(stream);
        }
        allIsTold(stream);
    }

    @Test
    void theDatabaseServerIsKilledAndNoChangeGoesMissing() throws Exception {
        BookingStream stream = new BookingStream(clinic, ids(), 50);
        try (stream) {
            some(stream);
            STACK.postgres().kill();
            STACK.postgres().restart();
            some(stream);
        }
        allIsTold(stream);
    }

    /** Until more are booked. */
    private static void some(BookingStream stream) {
        int before = stream.booked().size();
        Probe.waitUntil("more are booked", RECOVERY, () -> stream.booked().size() >= before + 5);
    }

    private static void allIsTold(BookingStream stream) {
        Announcements.areCompleteAndInOrder(clinic);
        assertThat(SharedStack.database(Service.BOOKING)
                        .sql("SELECT id::text FROM appointments WHERE location_id = ?::uuid")
                        .param(clinic.location())
                        .query(String.class)
                        .list())
                .as("what was answered is kept")
                .containsAll(stream.booked());
        List<String> standing = new ArrayList<>(stream.booked());
        standing.removeAll(stream.cancelled());
        // Else their messages might be planned while others are counted.
        Probe.waitUntil(
                "each cancellation has arrived",
                RECOVERY,
                () -> stream.cancelled().stream().allMatch(KilledUnderBookingsTest::isKnownToBeOff));
        confirmedOnceEach(standing);
    }

    private static boolean isKnownToBeOff(String appointment) {
        return SharedStack.database(Service.NOTIFICATION)
                .sql("SELECT status FROM visits WHERE appointment_id = ?::uuid")
                .param(appointment)
                .query(String.class)
                .optional()
                .equals(Optional.of("CANCELLED"));
    }

    private static void confirmedOnceEach(List<String> appointments) {
        Probe.waitUntil(
                "both confirmations of each are sent",
                RECOVERY,
                () -> appointments.stream().allMatch(appointment -> confirmations(appointment) == 2));
        guests.forEach(KilledUnderBookingsTest::nothingCameTwice);
    }

    /** No two texts are alike, for each names its visit's time; so as many as the ledger has sent are one of each. */
    private static void nothingCameTwice(Guest guest) {
        // All but reminders, which are not due yet; the services' clocks may be a minute ahead of the database's.
        Probe.waitUntil("nothing is under way to " + guest.id(), RECOVERY, () -> count(guest, """
                state IN ('PLANNED', 'SENDING') AND due <= now() + interval '1 hour'""") == 0);
        assertThat(SharedStack.textsTo(guest.phone())).doesNotHaveDuplicates().hasSize((int)
                count(guest, "state = 'SENT' AND channel = 'SMS'"));
        assertThat(SharedStack.mailIdsTo(guest.email()))
                .hasSize((int) count(guest, "state = 'SENT' AND channel = 'EMAIL'"));
    }

    private static long confirmations(String appointment) {
        return SharedStack.database(Service.NOTIFICATION)
                .sql("""
                        SELECT count(*) FROM messages
                        WHERE appointment_id = ?::uuid AND kind = 'CONFIRMATION' AND state = 'SENT'
                        """)
                .param(appointment)
                .query(Long.class)
                .single();
    }

    private static List<String> outcomesOf(String appointment) {
        return SharedStack.database(Service.NOTIFICATION)
                .sql("""
                        SELECT outcome FROM attempts JOIN messages ON id = message_id
                        WHERE appointment_id = ?::uuid AND channel = 'SMS' AND kind = 'CONFIRMATION' ORDER BY number
                        """)
                .param(appointment)
                .query(String.class)
                .list();
    }

    private static long count(Guest guest, String which) {
        return SharedStack.database(Service.NOTIFICATION)
                .sql("SELECT count(*) FROM messages WHERE client_id = ?::uuid AND " + which)
                .param(guest.id())
                .query(Long.class)
                .single();
    }

    private static List<String> ids() {
        return guests.stream().map(Guest::id).toList();
    }

    private static Guest guest(String name, int number) {
        String email = name.toLowerCase(Locale.ROOT) + ".outage@example.org";
        String phone = "+6187010503" + number;
        return new Guest(clinic.client(name, email, phone), email, phone);
    }
}
