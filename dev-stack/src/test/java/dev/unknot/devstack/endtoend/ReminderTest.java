package dev.unknot.devstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.message.MessageKind;
import dev.unknot.devstack.Service;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The clock of all services is moved over the hours at which reminders are due. */
class ReminderTest {

    private static final Stack STACK = SharedStack.get();
    private static final ZoneId ZONE = ZoneId.of("Australia/Adelaide");

    /** Before a visit's start, by the clock that knows no summer time. */
    private static final Duration FIRST_LEAD = Duration.ofHours(24);

    /** Months have other short names in Australia than in English by itself. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, d MMM", Locale.of("en", "AU"));

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static Clinic clinic;
    private static Duration offset = Duration.ZERO;

    /** A visit of a client who has none besides. */
    private record Visit(String id, String etag, String email, String phone) {}

    /** Five days after today, as the moved clock has it. */
    private LocalDate day = LocalDate.EPOCH;

    @BeforeAll
    static void openTheClinic() {
        clinic = Clinic.open(STACK, "Reminder Clinic", ZONE);
        assertThat(clinic.slotAtNoon(2).path("start").isString()).isTrue();
    }

    @AfterAll
    static void putTheClockBack() {
        STACK.clock(Duration.ZERO);
    }

    @BeforeEach
    void look() {
        day = LocalDate.ofInstant(Instant.now().plus(offset), ZONE).plusDays(5);
    }

    @Test
    void whoseVisitMovedIsRemindedOfTheNewTimeAndWhoseWasCancelledHearsNothing() {
        Visit moved = book(day, "12:00");
        Visit cancelled = book(day.plusDays(1), "09:00");
        Visit sentinel = book(day.plusDays(1), "15:00");
        change(moved, "reschedule", Map.of("start", at(day.plusDays(1), "12:00").toString()));
        change(cancelled, "cancellation", Map.of("cause", "client-asked"));
        untilSent(moved, MessageKind.CHANGE, 2);
        untilSent(cancelled, MessageKind.CANCELLATION, 2);

        clockToFirstReminderOf(day.plusDays(1), "12:00");
        untilSent(moved, MessageKind.FIRST_REMINDER, 1);
        clock(day.plusDays(1), "10:01");
        untilSent(moved, MessageKind.LAST_REMINDER, 1);
        // Due since yesterday's afternoon; from the next step on the last one would take its place.
        untilSent(sentinel, MessageKind.FIRST_REMINDER, 1);
        // By now the cancelled visit would have begun four hours ago.
        clock(day.plusDays(1), "13:01");
        untilSent(sentinel, MessageKind.LAST_REMINDER, 1);

        List<String> texts = SharedStack.textsTo(moved.phone());
        String newTime = DAY.format(day.plusDays(1)) + " at 12:00";
        assertThat(texts).as("confirmation, change, two reminders").hasSize(4).doesNotHaveDuplicates();
        assertThat(texts.subList(2, 4)).allSatisfy(text -> assertThat(text).contains(newTime));
        assertThat(SharedStack.mailIdsTo(moved.email()))
                .as("confirmation, change")
                .hasSize(2);
        assertThat(SharedStack.textsTo(cancelled.phone()))
                .as("confirmation, cancellation")
                .hasSize(2);
        assertThat(SharedStack.mailIdsTo(cancelled.email())).hasSize(2);
        assertThat(SharedStack.textsTo(sentinel.phone()))
                .as("confirmation, two reminders")
                .hasSize(3);
    }

    @Test
    void theReminderReachesThePhoneAndItsAnswerConfirmsTheVisit() {
        Visit visit = book(day, "15:00");
        clockToFirstReminderOf(day, "15:00");
        untilSent(visit, MessageKind.FIRST_REMINDER, 1);
        Probe.waitUntil(
                "the gateway reports it delivered",
                () -> messages(visit).stream()
                        .anyMatch(message -> is(message, MessageKind.FIRST_REMINDER, "SENT")
                                && message.path("delivery").asString("").equals("DELIVERED")));

        STACK.phone().answer(visit.phone(), "C");

        assertThat(SharedStack.textsTo(visit.phone()).getLast())
                .startsWith("Thank you, see you on ")
                .endsWith("at 3:00 pm.");
        Probe.waitUntil(
                "the visit is confirmed",
                () -> clinic.booking()
                        .get("/api/v1/appointments/" + visit.id())
                        .body()
                        .path("status")
                        .asString("")
                        .equals("CONFIRMED"));
    }

    @Test
    void whatWasDueWhileTheServiceStoodStillIsSentOnceIfItIsStillOfUseAndElseDropped() {
        Visit begun = book(day, "11:00");
        Visit soon = book(day, "13:00");
        Visit tomorrow = book(day.plusDays(1), "10:00");
        clock(day, "08:30");
        untilSent(begun, MessageKind.FIRST_REMINDER, 1);
        untilSent(soon, MessageKind.FIRST_REMINDER, 1);

        SharedStack.process(Service.NOTIFICATION).stop();
        clock(day, "11:30");
        SharedStack.restart(Service.NOTIFICATION);

        untilSent(soon, MessageKind.LAST_REMINDER, 1);
        untilSent(tomorrow, MessageKind.FIRST_REMINDER, 1);
        Probe.waitUntil(
                "the reminder of a visit that has begun is dropped",
                () -> messages(begun).stream()
                        .anyMatch(message -> is(message, MessageKind.LAST_REMINDER, "DROPPED")
                                && message.path("reason").asString().equals("expired")));
        assertThat(SharedStack.textsTo(begun.phone()))
                .as("confirmation, first reminder")
                .hasSize(2);
        assertThat(SharedStack.textsTo(soon.phone()))
                .as("confirmation, two reminders")
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(SharedStack.textsTo(tomorrow.phone()))
                .as("confirmation, first reminder")
                .hasSize(2);
    }

    /** Returns once the client knows: a reminder waits for what is under way before it, and longer the later it is. */
    private static Visit book(LocalDate day, String time) {
        int number = PEOPLE.incrementAndGet();
        String email = "guest%d.reminder@example.org".formatted(number);
        String phone = "+618701051%02d".formatted(number);
        String client = clinic.client("Guest " + number, email, phone);
        Answer answer = clinic.booking().post("/api/v1/appointments", clinic.wish(client, at(day, time), 60));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        Visit visit = new Visit(answer.createdId(), answer.etag(), email, phone);
        untilSent(visit, MessageKind.CONFIRMATION, 2);
        return visit;
    }

    private static void change(Visit visit, String how, Map<String, String> body) {
        Answer answer =
                clinic.booking().post("/api/v1/appointments/" + visit.id() + "/" + how, body, "If-Match", visit.etag());
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private static void clock(LocalDate day, String time) {
        clock(at(day, time));
    }

    /** A minute after it is due, which is another hour of the day before when the clocks change in between. */
    private static void clockToFirstReminderOf(LocalDate day, String time) {
        clock(at(day, time).minus(FIRST_LEAD).plusSeconds(60));
    }

    private static void clock(Instant moment) {
        offset = Duration.between(Instant.now(), moment);
        STACK.clock(offset);
    }

    private static void untilSent(Visit visit, MessageKind kind, int count) {
        Probe.waitUntil(
                kind + " is sent " + count + " times",
                Duration.ofSeconds(60),
                () -> messages(visit).stream()
                                .filter(message -> is(message, kind, "SENT"))
                                .count()
                        == count);
    }

    private static boolean is(JsonNode message, MessageKind kind, String state) {
        return message.path("kind").asString().equals(kind.name())
                && message.path("state").asString().equals(state);
    }

    private static List<JsonNode> messages(Visit visit) {
        return clinic.notifications()
                .get("/api/v1/messages?appointment=" + visit.id())
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
