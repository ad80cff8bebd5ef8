package dev.unknot.frontdesk.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.HistoryEntryView;
import dev.unknot.common.appointment.ObstacleKind;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.SlotExplanation;
import dev.unknot.common.appointment.SlotObstacle;
import dev.unknot.common.appointment.TherapistStarts;
import dev.unknot.common.block.BlockId;
import dev.unknot.common.block.BlockView;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageId;
import dev.unknot.common.message.MessageKind;
import dev.unknot.common.message.MessageState;
import dev.unknot.common.message.MessageView;
import dev.unknot.common.message.UnreachedId;
import dev.unknot.common.message.UnreachedView;
import dev.unknot.common.money.Money;
import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.common.terms.BookingPolicyView;
import dev.unknot.common.terms.MenuEntry;
import dev.unknot.common.terms.MenuView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.frontdesk.FakeClinic;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Kreuzberg;
import dev.unknot.frontdesk.Listener;
import dev.unknot.frontdesk.Staff;
import dev.unknot.frontdesk.Visitor;
import dev.unknot.frontdesk.board.WallTime;
import dev.unknot.frontdesk.live.Announcer;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Probe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@FrontDeskTest
class BoardPagesTest {

    private static final FakeClinic CLINIC = new FakeClinic();
    private static final String MENU = "/api/v1/locations/" + Kreuzberg.ID + "/menu";
    private static @Nullable Visitor olga;

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    Events events;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    private final AppointmentId id = Kreuzberg.anId();
    private Instant start = Instant.EPOCH;
    private String board = "";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
    }

    @BeforeEach
    void miraWorksTomorrowAndAnnaComes() {
        start = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(34));
        board = "?location=" + Kreuzberg.ID + "&date="
                + start.atZone(Kreuzberg.ZONE).toLocalDate();
        CLINIC.reset();
        CLINIC.says("/api/v1/locations", ItemList.all(List.of(Kreuzberg.clinic())));
        CLINIC.says("/api/v1/locations/" + Kreuzberg.ID, Kreuzberg.clinic());
        CLINIC.says(
                "/api/v1/locations/" + Kreuzberg.ID + "/workday",
                ItemList.all(List.of(new WorkdayView(
                        Kreuzberg.MIRA,
                        "Mira <b>Ott</b>",
                        List.of(new TimeRange(start.minusSeconds(7_200), start.plusSeconds(7_200))),
                        List.of()))));
        CLINIC.says("/api/v1/therapists/" + Kreuzberg.MIRA, Kreuzberg.therapist(Kreuzberg.MIRA, "Mira"));
        CLINIC.says("/api/v1/blocks", ItemList.all(List.of()));
        CLINIC.says(MENU, new MenuView(Kreuzberg.ID, 0, List.of(), List.of()));
        CLINIC.says("/api/v1/treatments", ItemList.all(List.of(Kreuzberg.swedish())));
        CLINIC.says(
                "/api/v1/clients",
                ItemList.all(List.of(new ClientView(Kreuzberg.ANNA, 1, "Anna <Arnold>", null, "+493012345", "de"))));
        CLINIC.says("/api/v1/messages", ItemList.all(List.of()));
        CLINIC.says("/api/v1/appointments/" + id + "/history", ItemList.all(List.of()));
        var visit = Kreuzberg.visit(id, 4, AppointmentStatus.BOOKED, start);
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of(visit)));
        CLINIC.says("/api/v1/appointments/" + id, visit);
    }

    @Test
    void theBoardShowsWhoWorksWhoComesAndWhatIsFree() {
        Answer page = desk().get("/board" + board);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.text())
                .contains(
                        "Kreuzberg", "Mira &lt;b&gt;Ott&lt;/b&gt;", "Anna &lt;Arnold&gt;", "Swedish massage", "Booked")
                .contains("/board/slot?location=" + Kreuzberg.ID)
                .doesNotContain("style=", "onclick=");
    }

    @Test
    void theWayBackToTodayNamesTheDay() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Kreuzberg.ZONE);

        assertThat(desk().get("/board" + board).text()).containsPattern("date=" + today + "\"[^>]*>Today</a>");
    }

    @Test
    void placesOnTheSheetAreClassesOfAStylesheet() {
        assertThat(desk().get("/board/places.css").text())
                .contains(".at-300{grid-row-start:300}", ".for-12{grid-row-end:span 12}")
                .contains(".lane-2-of-3{grid-column:5/span 4}");
    }

    @Test
    void aSoftRefusalOfABookingAsksForAReason() {
        CLINIC.refuses("/api/v1/appointments", 422, "notice-too-short");

        Answer dialog = book(Map.of());

        assertThat(dialog.text())
                .contains("A sentence about notice-too-short.", "Book anyway", "Reason to do it anyway")
                .contains("name=\"waive\" value=\"notice-too-short\"")
                .contains("Anna &lt;Arnold&gt;");
    }

    @Test
    void aHardRefusalCannotBeInsistedOn() {
        CLINIC.refuses("/api/v1/appointments", 409, "slot-taken");

        assertThat(book(Map.of()).text())
                .contains("A sentence about slot-taken.")
                .doesNotContain("anyway");
    }

    @Test
    void theReasonTravelsWithTheRuleThatIsSetAside() {
        CLINIC.takes("/api/v1/appointments", Kreuzberg.visit(id, 1, AppointmentStatus.BOOKED, start));

        Answer done = book(Map.of("waive", "notice-too-short", "reason", " walk-in "));

        assertThat(done.header("HX-Trigger")).contains("board-changed", "dialog-done");
        assertThat(CLINIC.asked("POST", "/appointments").getFirst().getBodyAsString())
                .contains("{\"code\":\"notice-too-short\",\"reason\":\"walk-in\"}");
    }

    @Test
    void aTimeIsBookedAlsoWhenTheHoldThatKeptItHasEnded() {
        String hold = UUID.randomUUID().toString();
        CLINIC.takes("/api/v1/appointments", Kreuzberg.visit(id, 1, AppointmentStatus.BOOKED, start));
        CLINIC.refusesWith(hold, "/api/v1/appointments", 409, "hold-expired");

        Answer done = book(Map.of("hold", hold));

        assertThat(done.header("HX-Trigger")).contains("dialog-done");
        assertThat(CLINIC.asked("POST", "/appointments").getLast().getBodyAsString())
                .contains(Kreuzberg.ANNA.toString())
                .doesNotContain(hold);
    }

    @Test
    void anAttemptThatNobodyAnsweredIsRepeatedUnderItsKey() {
        String key = UUID.randomUUID().toString();
        CLINIC.refuses("/api/v1/appointments", 503, "not-ready");
        Answer unanswered = book(Map.of("key", key));
        CLINIC.refuses("/api/v1/appointments", 409, "slot-taken");
        Answer refused = book(Map.of("key", key));

        assertThat(unanswered.text()).contains("name=\"key\" value=\"" + key + "\"");
        assertThat(refused.text()).contains("name=\"key\"").doesNotContain(key);
    }

    @Test
    void aNewClientIsWrittenDownOnceHoweverOftenItIsSent() {
        String key = UUID.randomUUID().toString();
        CLINIC.takes("/api/v1/clients", new ClientView(Kreuzberg.ANNA, 1, "Anna", null, "+493012345", "de"));

        Answer made =
                desk().post("/clients", Map.of("location", Kreuzberg.ID.toString(), "newName", "Anna", "newKey", key));

        assertThat(CLINIC.asked("POST", "/clients").getFirst().getHeader("Idempotency-Key"))
                .isEqualTo(key);
        assertThat(made.text())
                .contains("\u2068Anna\u2069 is written down and chosen.", "hx-swap-oob")
                .doesNotContain(key);
    }

    @Test
    void whatIsWrongWithANewClientsContactStandsBesideItsField() {
        CLINIC.refusesField("/api/v1/clients", "phone-extension", "Give the number of the line.", "phone");

        Answer refused = desk().post("/clients", Map.of("location", Kreuzberg.ID.toString(), "newName", "Anna"));

        assertThat(refused.text())
                .containsPattern("id=\"wrong-new-phone\"[^>]*>Give the number of the line.<")
                .containsPattern("id=\"wrong-new-email\"[^>]*></small>")
                .doesNotContain("notice refused");
    }

    @Test
    void aNewClientWhoWasPutRightAfterALostAnswerIsAskedAboutAndNotRefusedForGood() {
        CLINIC.refuses("/api/v1/clients", 422, "idempotency-key-reused");

        var unused = desk().post("/clients", Map.of("location", Kreuzberg.ID.toString(), "newName", "Anna"));

        assertThat(CLINIC.asked("POST", "/clients"))
                .extracting(request -> request.getHeader("Idempotency-Key"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void aBookingAfterOneThatWasMadeWithoutAnAnswerSaysSo() {
        CLINIC.refuses("/api/v1/appointments", 422, "idempotency-key-reused");

        assertThat(book(Map.of()).text()).contains("Your attempt before this one was booked after all.");
    }

    @Test
    void whomNoMessageReachedIsMarkedOnTheBoardAndOnPaperByOneQuestion() {
        CLINIC.says(
                "/api/v1/unreached-clients",
                ItemList.all(List.of(new UnreachedView(
                        new UnreachedId(UUID.randomUUID()),
                        1,
                        Kreuzberg.ANNA,
                        id,
                        Kreuzberg.ID,
                        MessageKind.FIRST_REMINDER,
                        clock.instant(),
                        List.of(),
                        null))));

        assertThat(desk().get("/board" + board).text()).contains("Not reached", "no message reached the client");
        assertThat(CLINIC.asked("GET", "/unreached-clients"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.getUrl()).contains("location=" + Kreuzberg.ID, "open=true"));
        assertThat(desk().get("/board/sheet" + board).text()).contains("Not reached: call");
        CLINIC.refusesToSay("/api/v1/unreached-clients", 503, "temporarily-unavailable");
        assertThat(desk().get("/board" + board).text())
                .contains("Anna &lt;Arnold&gt;")
                .doesNotContain("Not reached");
    }

    @Test
    void aHoldThatKeepsAnotherTimeThanTheFormSaysIsNotCalledHeld() {
        var held = Kreuzberg.held(id, start.plusSeconds(3_600), clock.instant().plusSeconds(420));
        CLINIC.says("/api/v1/appointments/" + id, held);
        String dialog = "/board/slot?location=" + Kreuzberg.ID + "&therapist=" + Kreuzberg.MIRA + "&offer="
                + Kreuzberg.SWEDISH + ":60&hold=" + id + "&start=";

        assertThat(desk().get(dialog + start.plusSeconds(3_600)).text()).contains("for you until", "data-lasts=");
        assertThat(desk().get(dialog + start.plusSeconds(4_500)).text())
                .contains("name=\"hold\" value=\"" + id)
                .doesNotContain("for you until");
    }

    @Test
    void aMoveWithoutADayOrATimeAsksForThem() {
        Answer asked = desk().post(
                        "/appointments/" + id + "/move",
                        Map.of("version", "4", "therapist", Kreuzberg.MIRA.toString(), "date", ""));

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).contains("Choose a day and a time.");
        assertThat(CLINIC.changes()).isEmpty();
    }

    @Test
    void aVisitThatIsSomebodyElsesMeanwhileStaysTheirsWhenOnlyTheTimeWasTyped() {
        CLINIC.refuses("/api/v1/appointments/" + id + "/reschedule", 412, "version-mismatch");
        CLINIC.says(
                "/api/v1/locations/" + Kreuzberg.ID + "/workday",
                ItemList.all(List.of(
                        new WorkdayView(Kreuzberg.MIRA, "Mira", List.of(), List.of()),
                        new WorkdayView(Kreuzberg.JONAS, "Jonas", List.of(), List.of()))));

        String overtaken = desk().post(
                        "/appointments/" + id + "/move",
                        Map.of(
                                "version", "3",
                                "therapist", Kreuzberg.JONAS.toString(),
                                "date", "2031-03-03",
                                "time", "16:45",
                                "shown", Kreuzberg.JONAS + "@" + start.minusSeconds(900)))
                .text();

        assertThat(overtaken)
                .containsPattern("<option value=\"" + Kreuzberg.MIRA + "\" selected=\"selected\"")
                .contains("value=\"2031-03-03\"", "value=\"16:45\"")
                .contains("name=\"shown\" value=\"" + Kreuzberg.MIRA + "@" + start);
    }

    @Test
    void placesBeyondTheFirstPageOfThemAreFoundToo() {
        CLINIC.says("/api/v1/locations", new ItemList<>(List.of(), "more"));
        CLINIC.says("/api/v1/locations", "cursor", "more", ItemList.all(List.of(Kreuzberg.clinic())));

        assertThat(desk().get("/board" + board).status()).isEqualTo(200);
    }

    @Test
    void aStepIsTakenOnTheVersionThatWasShown() {
        CLINIC.takes(
                "/api/v1/appointments/" + id + "/confirmation",
                Kreuzberg.visit(id, 5, AppointmentStatus.CONFIRMED, start));

        Answer details = desk().post("/appointments/" + id + "/confirmation", Map.of("version", "4"));

        assertThat(details.header("HX-Trigger")).isEqualTo("board-changed");
        assertThat(CLINIC.asked("POST", "/confirmation").getFirst().getHeader("If-Match"))
                .isEqualTo("\"4\"");
    }

    @Test
    void whatSomebodyElseChangedIsShownAsItStands() {
        CLINIC.refuses("/api/v1/appointments/" + id + "/check-in", 412, "version-mismatch");

        assertThat(desk().post("/appointments/" + id + "/check-in", Map.of("version", "3"))
                        .text())
                .contains("Somebody changed this visit", "name=\"version\" value=\"4\"");
    }

    @Test
    void aVisitOfTwoNamesBothWithTheirTherapistsAndHowEachIsReached() {
        comeTogether(
                new Participant(Kreuzberg.ANNA, Kreuzberg.MIRA), new Participant(Kreuzberg.BERND, Kreuzberg.JONAS));

        String dialog = desk().get("/appointments/" + id).text();

        assertThat(dialog)
                .containsSubsequence(
                        "<h2", "<bdi>Anna &lt;Arnold&gt;</bdi>", ", ", "<bdi>Bernd &amp; Co</bdi>", "</h2>")
                .contains("with \u2068Mira\u2069, \u2068Jonas\u2069, room")
                .containsSubsequence(
                        "<bdi>Anna &lt;Arnold&gt;</bdi> with <bdi>Mira</bdi>",
                        "tel:+493012345",
                        "<bdi>Bernd &amp; Co</bdi> with <bdi>Jonas</bdi>",
                        "tel:+4930777",
                        "mailto:bernd@example.org")
                .contains("/clients/contact?client=" + Kreuzberg.ANNA, "/clients/contact?client=" + Kreuzberg.BERND);
    }

    @Test
    void ofAVisitOfTwoEachMessageSaysWhoseItIs() {
        MessageView toBernd = message(Kreuzberg.BERND);
        CLINIC.says("/api/v1/messages", ItemList.all(List.of(message(Kreuzberg.ANNA), toBernd)));
        CLINIC.says("/api/v1/unreached-clients", ItemList.all(List.of(notTold(Kreuzberg.BERND))));
        String alone = desk().get("/appointments/" + id).text();
        comeTogether(
                new Participant(Kreuzberg.ANNA, Kreuzberg.MIRA), new Participant(Kreuzberg.BERND, Kreuzberg.JONAS));

        String dialog = desk().get("/appointments/" + id).text();

        assertThat(dialog)
                .containsSubsequence(
                        ">Messages<",
                        "<bdi>Anna &lt;Arnold&gt;</bdi>: ",
                        "First reminder · SMS",
                        "<bdi>Bernd &amp; Co</bdi>: ",
                        "First reminder · SMS")
                .contains("Not told \u2068Bernd &amp; Co\u2069: first reminder.");
        assertThat(desk().get("/appointments/" + id + "/record").text()).contains("<bdi>Bernd &amp; Co</bdi>: ");
        assertThat(alone)
                .contains("First reminder · SMS", "Not told: first reminder.")
                .doesNotContain("</bdi>: ");
    }

    @Test
    void aVisitOfOneNamesTheClientOnceAndOneContact() {
        assertThat(desk().get("/appointments/" + id).text())
                .containsOnlyOnce("Anna &lt;Arnold&gt;")
                .containsOnlyOnce("tel:+493012345")
                .contains("<summary>Contact</summary>", "with \u2068Mira &lt;b&gt;Ott&lt;/b&gt;\u2069, room");
    }

    @Test
    void ofAVisitOfTwoNobodyHidesBehindWhoIsErasedOrHasLeft() {
        comeTogether(
                new Participant(ClientId.of("01900000-0000-7000-8000-0000000000f9"), Kreuzberg.MIRA),
                new Participant(Kreuzberg.BERND, TherapistId.of(Staff.TARA_ID)));

        String dialog = desk().get("/appointments/" + id).text();

        assertThat(dialog)
                .contains("<bdi>Erased client</bdi> with <bdi>Mira</bdi>")
                .contains("<bdi>Bernd &amp; Co</bdi> with <bdi>A therapist not employed here</bdi>", "tel:+4930777")
                .doesNotContain("tel:+493012345")
                .containsOnlyOnce("/clients/contact?client=");
    }

    @Test
    void whoeverIsTreatedByTwoAfterAMergeIsOneClient() {
        comeTogether(new Participant(Kreuzberg.ANNA, Kreuzberg.MIRA), new Participant(Kreuzberg.ANNA, Kreuzberg.JONAS));

        assertThat(desk().get("/appointments/" + id).text())
                .containsOnlyOnce("Anna &lt;Arnold&gt;")
                .containsOnlyOnce("/clients/contact?client=")
                .contains("with \u2068Mira\u2069, \u2068Jonas\u2069, room");
    }

    @Test
    void aVisitOfTwoIsMovedWithItsOwnTherapistsUnlessAnotherIsChosen() {
        comeTogether(
                new Participant(Kreuzberg.BERND, Kreuzberg.JONAS), new Participant(Kreuzberg.ANNA, Kreuzberg.MIRA));

        assertThat(desk().get("/appointments/" + id).text())
                .containsPattern("<option value=\"" + Kreuzberg.JONAS + "\" selected=\"selected\">Jonas<")
                .doesNotContainPattern("<option value=\"" + Kreuzberg.MIRA + "\" selected");
    }

    @Test
    void aNoShowIsOfferedOnceTheLocationHasWaitedLongEnough() {
        var tenMinutesAgo = clock.instant().truncatedTo(ChronoUnit.MINUTES).minusSeconds(600);
        CLINIC.says("/api/v1/appointments/" + id, Kreuzberg.visit(id, 4, AppointmentStatus.CONFIRMED, tenMinutesAgo));
        assertThat(desk().get("/appointments/" + id).text()).contains("/no-show");

        waits(Duration.ofMinutes(15));
        assertThat(desk().get("/appointments/" + id).text()).doesNotContain("/no-show");

        waits(Duration.ofMinutes(10));
        assertThat(desk().get("/appointments/" + id).text()).contains("/no-show");
    }

    @Test
    void aStepLongBeforeTheVisitIsAskedAboutAndNotTakenUntilItIsMeantSo() {
        Instant inTwoHours = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofHours(2));
        CLINIC.says("/api/v1/appointments/" + id, ofThisMorning(inTwoHours));
        for (String step : List.of("check-in", "session")) {
            CLINIC.takes("/api/v1/appointments/" + id + "/" + step, ofThisMorning(inTwoHours));
            Answer asked = desk().post("/appointments/" + id + "/" + step, Map.of("version", "4"));

            assertThat(asked.text())
                    .containsPattern("It is \\d\\d:\\d\\d, and the visit begins at \\d\\d:\\d\\d\\.")
                    .containsPattern("name=\"early\" value=\"true\"");
            assertThat(asked.headers().map()).doesNotContainKey("hx-trigger");
            assertThat(CLINIC.asked("POST", "/" + step)).isEmpty();

            var unused = desk().post("/appointments/" + id + "/" + step, Map.of("version", "4", "early", "true"));
            assertThat(CLINIC.asked("POST", "/" + step)).hasSize(1);
        }
    }

    @Test
    void nobodyIsAskedAboutAClientWhoComesALittleEarlyOrAsEarlyAsTheLocationWaits() {
        CLINIC.takes(
                "/api/v1/appointments/" + id + "/check-in",
                ofThisMorning(clock.instant().truncatedTo(ChronoUnit.MINUTES)));
        CLINIC.says("/api/v1/appointments/" + id, ofThisMorning(clock.instant().plus(Duration.ofMinutes(10))));
        var unused = desk().post("/appointments/" + id + "/check-in", Map.of("version", "4"));
        assertThat(CLINIC.asked("POST", "/check-in")).hasSize(1);

        waits(Duration.ofMinutes(45));
        CLINIC.says("/api/v1/appointments/" + id, ofThisMorning(clock.instant().plus(Duration.ofMinutes(40))));
        var others = desk().post("/appointments/" + id + "/check-in", Map.of("version", "4"));
        assertThat(CLINIC.asked("POST", "/check-in")).hasSize(2);
    }

    @Test
    void theHistoryTellsWhatBeganLongBeforeItsTime() {
        CLINIC.says(
                "/api/v1/appointments/" + id + "/history",
                ItemList.all(List.of(
                        happened(5, "checked-in", AppointmentStatus.CHECKED_IN, start.minusSeconds(600)),
                        happened(6, "session-started", AppointmentStatus.IN_SESSION, start.minusSeconds(5_700)))));

        assertThat(desk().get("/appointments/" + id).text())
                .contains(">Checked in<", ">Session started, 1 h 35 min before its time, ");
    }

    @Test
    void whatBecameOfAVisitSinceItWasShownIsSaidInOneSentenceAndNothingIfNothingDid() {
        CLINIC.says(
                "/api/v1/appointments/" + id + "/history",
                ItemList.all(List.of(
                        happened(3, "booked", AppointmentStatus.BOOKED, start),
                        happened(4, "confirmed", AppointmentStatus.CONFIRMED, start))));

        assertThat(desk().get("/appointments/" + id + "/change?version=3").text())
                .contains("This visit has changed: confirmed (\u2068the client\u2069).");
        Answer nothing = desk().get("/appointments/" + id + "/change?version=4");
        assertThat(nothing.status()).isEqualTo(204);
        assertThat(nothing.text()).isEmpty();
    }

    @Test
    void whereAVisitStandsIsNotNamedAsAnotherTimeForIt() {
        CLINIC.refuses("/api/v1/appointments/" + id + "/reschedule", 409, "slot-taken");
        CLINIC.says(
                "/api/v1/slots",
                "moving",
                id.toString(),
                Kreuzberg.slots(Kreuzberg.MIRA, start, start.plusSeconds(5_400)));
        Answer elsewhere = drop();
        CLINIC.says("/api/v1/slots", "moving", id.toString(), Kreuzberg.slots(Kreuzberg.MIRA, start));
        Answer nowhere = drop();

        assertThat(elsewhere.text())
                .contains("data-start=\"" + start.plusSeconds(5_400) + "\"")
                .doesNotContain("data-start=\"" + start + "\"", "fits only where it is");
        assertThat(nowhere.text())
                .contains("On that day it fits only where it is.")
                .doesNotContain("Nearest that works:");
    }

    @Test
    void whatTheDeskHeldAndIsBookedByNowIsInTheWayOfOtherTimes() {
        var held = Kreuzberg.held(id, start, clock.instant().plusSeconds(420));
        CLINIC.refuses("/api/v1/appointments", 409, "slot-taken");
        CLINIC.says("/api/v1/slots", Kreuzberg.slots(Kreuzberg.MIRA, start.plusSeconds(7_200)));
        CLINIC.says("/api/v1/appointments/" + id, held);
        Answer standing = book(Map.of("hold", id.toString()));
        CLINIC.says("/api/v1/appointments/" + id, Kreuzberg.visit(id, 2, AppointmentStatus.BOOKED, start));
        Answer booked = book(Map.of("hold", id.toString()));

        assertThat(standing.text()).contains("Nearest that works:");
        assertThat(booked.text()).contains("Nearest that works:");
        assertThat(CLINIC.asked("GET", "/slots")).hasSize(2);
        assertThat(CLINIC.asked("GET", "/slots").getFirst().getUrl()).contains("moving=" + id);
        assertThat(CLINIC.asked("GET", "/slots").getLast().getUrl()).doesNotContain("moving");
    }

    @Test
    void aRefusalSaysAlsoThatNoOtherTimeWorks() {
        CLINIC.refuses("/api/v1/appointments/" + id + "/reschedule", 409, "slot-taken");
        assertThat(drop().text())
                .as("nobody can say")
                .contains("A sentence about slot-taken.")
                .doesNotContain("No other time");
        CLINIC.says("/api/v1/slots", ItemList.all(List.of()));
        assertThat(drop().text()).contains("No other time works with this therapist on that day.");

        CLINIC.refuses("/api/v1/appointments", 409, "slot-taken");
        CLINIC.says("/api/v1/slots/explanation", explained());
        assertThat(book(Map.of()).text())
                .contains("No other time works with this therapist, on that day or any later one that is planned.");
    }

    @Test
    void aCancellationThatCannotBeTakenBackSaysWhatCanBeDone() {
        CLINIC.says("/api/v1/appointments/" + id, Kreuzberg.visit(id, 4, AppointmentStatus.CANCELLED, start));
        CLINIC.refuses("/api/v1/appointments/" + id + "/undo", 409, "slot-taken");

        assertThat(desk().post("/appointments/" + id + "/undo", Map.of("version", "4"))
                        .text())
                .contains(
                        "A sentence about slot-taken.",
                        "It is taken back only to the time that it had. Book a new visit at another time.");
    }

    @Test
    void aDropThatIsRefusedSaysAllReasonsAndWhenItWouldWork() {
        CLINIC.refusesForAll("/api/v1/appointments/" + id + "/reschedule", 409, "slot-taken", "therapist-day-limit");
        CLINIC.says(
                "/api/v1/slots",
                "moving",
                id.toString(),
                Kreuzberg.slots(Kreuzberg.MIRA, start.plusSeconds(5_400), start.plusSeconds(7_200)));
        Answer refused = drop();
        CLINIC.refusesForAll("/api/v1/appointments/" + id + "/reschedule", 422, "off-cadence", "therapist-day-limit");
        Answer asked = drop();

        assertThat(refused.header("HX-Retarget")).isEqualTo("#dialog-body");
        assertThat(refused.text())
                .contains(
                        "A sentence about slot-taken.", "A sentence about therapist-day-limit.", "Nearest that works:")
                .contains("data-start=\"" + start.plusSeconds(5_400) + "\"")
                .doesNotContain("Move anyway");
        assertThat(asked.header("HX-Retarget")).isEqualTo("#dialog-body");
        assertThat(asked.text())
                .contains("Move anyway", "name=\"waive\" value=\"off-cadence\"")
                .contains("name=\"waive\" value=\"therapist-day-limit\"");
    }

    @Test
    void freeTimeShowsWhereWhatIsSoldCouldBegin() {
        Instant quarter = start.plusSeconds(4_500);
        CLINIC.says(
                "/api/v1/slots/starts",
                ItemList.all(List.of(new TherapistStarts(
                        Kreuzberg.MIRA,
                        List.of(quarter),
                        List.of(start.minusSeconds(6_900), start.plusSeconds(5_400))))));

        String page = desk().get("/board" + board).text();

        assertThat(page)
                .containsPattern("open\"[^>]*id=\"f-" + Kreuzberg.MIRA + "-" + quarter.getEpochSecond())
                .containsPattern("by-right\"[^>]*id=\"f-" + Kreuzberg.MIRA + "-"
                        + start.minusSeconds(6_900).getEpochSecond())
                .containsPattern("too-short\"[^>]*id=\"f-" + Kreuzberg.MIRA + "-"
                        + start.plusSeconds(6_300).getEpochSecond())
                .contains("nothing fits, block time of", "needs a reason")
                .contains("block=true");
    }

    @Test
    void aHoldIsTheirsWhoMadeItAndSaysToAllOthersUntilWhenItLasts() {
        Instant until = clock.instant().plusSeconds(420);
        var held = Kreuzberg.held(id, start.plusSeconds(3_600), until);
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of(held)));
        CLINIC.says("/api/v1/appointments/" + id, held);
        CLINIC.says("/api/v1/holds", ItemList.all(List.of()));
        String others = desk().get("/board" + board).text();
        CLINIC.says("/api/v1/holds", ItemList.all(List.of(held)));
        String own = desk().get("/board" + board).text();
        String clock = new WallTime(Kreuzberg.ZONE).time(until);

        assertThat(others).contains("Being booked until " + clock).contains("data-open=\"/appointments/" + id);
        assertThat(own).contains("Held for you until " + clock).contains("hold=" + id + "\"");
        Answer resumed = desk().get("/board/slot?location=" + Kreuzberg.ID + "&therapist=" + Kreuzberg.MIRA + "&start="
                + start.plusSeconds(3_600) + "&offer=" + Kreuzberg.SWEDISH + ":60&client&hold=" + id);
        assertThat(resumed.text())
                .contains("name=\"hold\" value=\"" + id, "for you until " + clock)
                .containsPattern("value=\"" + Kreuzberg.SWEDISH + ":60\"[^>]*selected");
    }

    @Test
    void aDropIsOnlyTriedUntilItIsTooLateToTakeItBack() {
        CLINIC.takesTried(
                "/api/v1/appointments/" + id + "/reschedule",
                Kreuzberg.visit(id, 5, AppointmentStatus.BOOKED, start.plusSeconds(3_600)));

        Answer tried = drop();

        assertThat(tried.header("HX-Trigger")).isEqualTo("move-fits");
        assertThat(tried.header("HX-Reswap")).isEqualTo("none");
        assertThat(tried.text())
                .contains("\u2068Anna &lt;Arnold&gt;\u2069 moves to ", "Undo", "id=\"undo\" hx-swap-oob");
        assertThat(CLINIC.changes())
                .singleElement()
                .satisfies(call -> assertThat(call.getUrl()).endsWith("?dryRun=true"));
    }

    @Test
    void aDropLeavesTheDialogAloneThatWasOpenedMeanwhile() {
        String reschedule = "/api/v1/appointments/" + id + "/reschedule";
        CLINIC.takes(reschedule, Kreuzberg.visit(id, 5, AppointmentStatus.BOOKED, start.plusSeconds(3_600)));

        Answer done = drop("drop");
        CLINIC.refuses(reschedule, 422, "off-cadence");
        Answer refused = drop("drop");

        assertThat(done.header("HX-Trigger")).isEqualTo("board-changed");
        assertThat(done.text()).contains("\u2068Anna &lt;Arnold&gt;\u2069 is moved to ");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("\u2068Anna &lt;Arnold&gt;\u2069 is not moved to ", ". A sentence about off-cadence.");
        assertThat(CLINIC.changes().getFirst().getUrl()).isEqualTo(reschedule);
    }

    @Test
    void blockedTimeIsOnTheSheetAndNotFree() {
        BlockView call = block(Kreuzberg.MIRA, null, "phone-call");
        BlockView cleaning = block(null, Kreuzberg.ROOM, "cleaning");
        assertThat(desk().get("/board" + board).text()).contains("start=" + call.start());
        CLINIC.says("/api/v1/blocks", ItemList.all(List.of(call, cleaning)));

        assertThat(desk().get("/board" + board).text())
                .contains("block blocked", "phone call", "/board/blocks/" + call.id())
                .containsPattern("Room 1 is blocked, [0-9:–]+: cleaning")
                .doesNotContain("start=" + call.start());
    }

    @Test
    void aTimeIsBlockedFromTheBookingDialog() {
        CLINIC.takes("/api/v1/blocks", block(Kreuzberg.MIRA, null, "break"));
        String key = UUID.randomUUID().toString();

        Answer done = desk().post("/board/blocks", blocking("", key));

        assertThat(done.header("HX-Trigger")).contains("board-changed", "dialog-done");
        var asked = CLINIC.asked("POST", "/blocks").getFirst();
        assertThat(asked.getHeader("Idempotency-Key")).isEqualTo(key);
        assertThat(asked.getBodyAsString())
                .contains("\"therapistId\":\"" + Kreuzberg.MIRA, "\"roomId\":null", "\"cause\":\"break\"")
                .contains("\"end\":\"" + start.plusSeconds(3_600 + 1_800));
    }

    @Test
    void aRoomIsBlockedInsteadOfTheTherapistAndARefusalSaysWhy() {
        CLINIC.refuses("/api/v1/blocks", 409, "slot-taken");

        Answer refused = desk().post(
                        "/board/blocks",
                        blocking(Kreuzberg.ROOM.toString(), UUID.randomUUID().toString()));

        assertThat(refused.text()).contains("A sentence about slot-taken.", "Block this time instead");
        assertThat(CLINIC.asked("POST", "/blocks").getFirst().getBodyAsString())
                .contains("\"therapistId\":null", "\"roomId\":\"" + Kreuzberg.ROOM);
    }

    @Test
    void theDialogOffersWhatTheLocationSells() {
        String slot =
                "/board/slot" + board.replaceFirst("&.*", "") + "&therapist=" + Kreuzberg.MIRA + "&start=" + start;
        assertThat(desk().get(slot).text()).contains("Swedish massage, 60 min · €72.00");

        CLINIC.says(
                MENU,
                new MenuView(
                        Kreuzberg.ID,
                        3,
                        List.of(new MenuEntry(Kreuzberg.SWEDISH, 45, new Money(5_500, "EUR"), null)),
                        List.of()));

        assertThat(desk().get(slot).text())
                .contains("Swedish massage, 45 min · €55.00")
                .doesNotContain("60 min · €72.00");
    }

    @Test
    void aDialogOfNothingIsABadRequest() {
        assertThat(desk().get("/board/slot").status()).isEqualTo(400);
        assertThat(desk().post("/board/bookings", Map.of()).status()).isEqualTo(400);
        assertThat(desk().post("/board/holds", Map.of("start", "soon")).status())
                .isEqualTo(400);
        assertThat(desk().post("/board/blocks", Map.of("minutes", "30")).status())
                .isEqualTo(400);
    }

    @Test
    void aBlockIsLookedAtAndLifted() {
        BlockView call = block(Kreuzberg.MIRA, null, "phone-call");
        CLINIC.says("/api/v1/blocks/" + call.id(), call);

        assertThat(desk().get("/board/blocks/" + call.id()).text())
                .contains(
                        "\u2068Mira\u2069, \u2068Kreuzberg\u2069: phone call", "/board/blocks/" + call.id() + "/lift");

        String change = "/board/blocks/" + call.id() + "/change";
        assertThat(desk().get(change).status()).isEqualTo(204);
        CLINIC.refusesToSay("/api/v1/blocks/" + call.id(), 404, "unknown-block");
        Answer gone = desk().get(change);
        assertThat(gone.header("HX-Trigger")).contains("board-changed", "dialog-done");
        assertThat(gone.text()).contains("Somebody has lifted the block.");

        CLINIC.deletes("/api/v1/blocks/" + call.id());
        Answer lifted = desk().post("/board/blocks/" + call.id() + "/lift", Map.of());
        assertThat(lifted.header("HX-Trigger")).contains("board-changed", "dialog-done");
        assertThat(CLINIC.asked("DELETE", "/blocks/" + call.id())).hasSize(1);
    }

    @Test
    void whatTheBoardAsksForIsAskedSideBySide() {
        CLINIC.answersOnlyTogether(
                "/api/v1/appointments",
                "/api/v1/blocks",
                "/api/v1/locations/" + Kreuzberg.ID + "/workday",
                "/api/v1/slots/starts",
                "/api/v1/treatments",
                "/api/v1/unreached-clients");

        assertThat(desk().get("/board" + board).status()).isEqualTo(200);

        assertThat(CLINIC.answeredTogether()).isTrue();
    }

    @Test
    void aTherapistDoesNotOpenTheBoard() {
        assertThat(Visitor.signedIn(port, Staff.TARA).get("/board" + board).status())
                .isEqualTo(403);
    }

    @Test
    void anotherLocationIsNotWatched() {
        try (var page = new Listener(port, Visitor.signedIn(port, Staff.DARIO));
                var all = new Listener(port, desk())) {
            Probe.waitUntil("both listen", () -> page.days() > 0 && all.days() > 0);

            Announcer.bookedAt(LocationId.of(Staff.ELSEWHERE), events, kafka);
            Announcer.bookedAt(LocationId.of(Staff.MITTE), events, kafka);

            Probe.waitUntil("one hears of Mitte", () -> page.heardOf(Staff.MITTE));
            Probe.waitUntil("all is told to the owner", () -> all.heardOf(Staff.MITTE) && all.heardOf(Staff.ELSEWHERE));
            assertThat(page.heardOf(Staff.ELSEWHERE)).isFalse();
        }
    }

    @Test
    void whatIsAnnouncedReachesAnOpenPage() {
        try (var page = new Listener(port, desk())) {
            Probe.waitUntil("the page listens", () -> page.days() > 0);
            int before = page.days();

            Announcer.bookedAt(Kreuzberg.ID, events, kafka);

            Probe.waitUntil("the page heard of a day that changed", () -> page.days() > before);
        }
    }

    private HistoryEntryView happened(long version, String what, AppointmentStatus status, Instant at) {
        return new HistoryEntryView(
                version,
                "dev.unknot.appointment." + what + ".v1",
                at,
                "client:" + id,
                null,
                status,
                start,
                null,
                List.of());
    }

    private AppointmentView ofThisMorning(Instant when) {
        return Kreuzberg.in(
                Kreuzberg.whereItIsMorning(clock), Kreuzberg.visit(id, 4, AppointmentStatus.CONFIRMED, when));
    }

    private MessageView message(ClientId client) {
        return new MessageView(
                new MessageId(UUID.randomUUID()),
                id,
                client,
                Kreuzberg.ID,
                MessageKind.FIRST_REMINDER,
                Channel.SMS,
                1,
                MessageState.PLANNED,
                start,
                start.plusSeconds(60),
                null,
                null,
                null);
    }

    private UnreachedView notTold(ClientId client) {
        return new UnreachedView(
                new UnreachedId(UUID.randomUUID()),
                1,
                client,
                id,
                Kreuzberg.ID,
                MessageKind.FIRST_REMINDER,
                start,
                List.of(),
                null);
    }

    /** Mira and Jonas work; Anna and Bernd are known. */
    private void comeTogether(Participant... both) {
        CLINIC.says(
                "/api/v1/locations/" + Kreuzberg.ID + "/workday",
                ItemList.all(List.of(
                        new WorkdayView(Kreuzberg.MIRA, "Mira", List.of(), List.of()),
                        new WorkdayView(Kreuzberg.JONAS, "Jonas", List.of(), List.of()))));
        CLINIC.says(
                "/api/v1/clients",
                ItemList.all(List.of(
                        new ClientView(Kreuzberg.BERND, 1, "Bernd & Co", "bernd@example.org", "+4930777", "de"),
                        new ClientView(Kreuzberg.ANNA, 1, "Anna <Arnold>", null, "+493012345", "de"))));
        CLINIC.says(
                "/api/v1/appointments/" + id,
                Kreuzberg.of(Kreuzberg.visit(id, 4, AppointmentStatus.BOOKED, start), both));
    }

    private static SlotExplanation explained() {
        var busy = new SlotObstacle("slot-taken", ObstacleKind.THERAPIST, "The therapist is taken.", 1, 93);
        return new SlotExplanation(93, 0, 0, List.of(busy), busy, null);
    }

    private static void waits(Duration grace) {
        var policy = new BookingPolicy(null, null, null, null, null, null, Duration.ZERO, grace, null, null);
        CLINIC.says(
                "/api/v1/locations/" + Kreuzberg.ID + "/booking-policy", BookingPolicyView.of(Kreuzberg.ID, 1, policy));
    }

    private BlockView block(@Nullable TherapistId therapist, @Nullable RoomId room, String cause) {
        Instant from = start.plusSeconds(3_600);
        return new BlockView(
                new BlockId(UUID.randomUUID()),
                Kreuzberg.ID,
                therapist,
                room,
                from,
                from.plusSeconds(1_800),
                cause,
                "front-desk:olga");
    }

    private Map<String, String> blocking(String room, String key) {
        return Map.of(
                "location",
                Kreuzberg.ID.toString(),
                "therapist",
                Kreuzberg.MIRA.toString(),
                "room",
                room,
                "start",
                start.plusSeconds(3_600).toString(),
                "minutes",
                "30",
                "cause",
                "break",
                "key",
                key);
    }

    private Answer book(Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "location", Kreuzberg.ID.toString(),
                "therapist", Kreuzberg.MIRA.toString(),
                "start", start.plusSeconds(3_600).toString(),
                "offer", Kreuzberg.SWEDISH + ":60",
                "client", Kreuzberg.ANNA.toString()));
        form.putAll(more);
        CLINIC.says(
                "/api/v1/clients/" + Kreuzberg.ANNA,
                new ClientView(Kreuzberg.ANNA, 1, "Anna <Arnold>", null, "+493012345", "de"));
        return desk().post("/board/bookings", form);
    }

    private Answer drop() {
        return drop("trial");
    }

    private Answer drop(String what) {
        return desk().post(
                        "/appointments/" + id + "/move/" + what,
                        Map.of(
                                "version", "4",
                                "therapist", Kreuzberg.MIRA.toString(),
                                "start", start.plusSeconds(3_600).toString()));
    }

    /** Signed in once: the hash of a password takes its time. */
    private Visitor desk() {
        Visitor signedIn = olga;
        if (signedIn == null) {
            signedIn = Visitor.signedIn(port, Staff.OLGA).asScript();
            olga = signedIn;
        }
        return signedIn;
    }
}
