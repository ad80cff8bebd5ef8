package dev.unknot.notification.message;

import static dev.unknot.notification.SmsWebhook.STATUS;
import static dev.unknot.notification.SmsWebhook.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.series.SeriesId;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.notification.SmsWebhook;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Numbers and mailboxes that take no messages: who is told all the same, and whom staff have to call. */
class UnreachableTest extends SendingScenario {
    private static final Duration DAY = Duration.ofDays(1);

    @LocalServerPort
    private int port;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MeterRegistry meters;

    private SmsWebhook gateway;
    private Harbour harbour;
    private Person ada;
    private Instant noon;

    @BeforeEach
    void aClinicWithTheUsualPolicy() {
        gateway = new SmsWebhook(port);
        harbour = Harbour.in("Europe/Berlin");
        others.announce(harbour);
        ada = aKnownClient();
        noon = harbour.at(LocalDate.now(harbour.zone()).plusDays(5).atTime(12, 0));
    }

    @AfterEach
    void setTheClockRight() {
        clock.offset(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(ints = {21614, 21211, 21635})
    void aReminderThatTheNumberCannotTakeGoesByEmailAndSoDoesTheNextWithoutAskingTheNumber(int code) {
        AppointmentId id = told(book(harbour, ada, noon));
        twilio.refuses(ada.phone(), code);

        clock.set(noon.minus(DAY));
        awaitReminders(id, "FIRST_REMINDER EMAIL SENT", "FIRST_REMINDER SMS FAILED refused");
        clock.set(noon.minus(Duration.ofHours(2)));
        awaitReminders(
                id,
                "FIRST_REMINDER EMAIL SENT",
                "FIRST_REMINDER SMS FAILED refused",
                "LAST_REMINDER EMAIL SENT",
                "LAST_REMINDER SMS DROPPED unreachable");

        assertThat(textsTo(ada)).hasSize(2);
        assertThat(mailsTo(ada)).hasSize(3);
        assertThat(unreached(id)).isEmpty();
    }

    @Test
    void aReminderThatDidNotArriveAtALandlineGoesByEmailOnce() {
        AppointmentId id = told(book(harbour, ada, noon));
        clock.set(noon.minus(DAY));
        awaitReminders(id, "FIRST_REMINDER SMS SENT");

        lost(id, "FIRST_REMINDER", "30006");
        lost(id, "FIRST_REMINDER", "30006");
        awaitReminders(id, "FIRST_REMINDER EMAIL SENT", "FIRST_REMINDER SMS SENT");
        clock.set(noon.minus(Duration.ofHours(2)));
        awaitReminders(
                id,
                "FIRST_REMINDER EMAIL SENT",
                "FIRST_REMINDER SMS SENT",
                "LAST_REMINDER EMAIL SENT",
                "LAST_REMINDER SMS DROPPED unreachable");

        assertThat(mailsTo(ada)).hasSize(3);
    }

    @Test
    void aReminderForAPhoneThatIsOffGoesByEmailAndTheNextBySmsAgain() {
        AppointmentId id = told(book(harbour, ada, noon));
        clock.set(noon.minus(DAY));
        awaitReminders(id, "FIRST_REMINDER SMS SENT");

        lost(id, "FIRST_REMINDER", "30003");
        awaitReminders(id, "FIRST_REMINDER EMAIL SENT", "FIRST_REMINDER SMS SENT");
        clock.set(noon.minus(Duration.ofHours(2)));

        awaitReminders(id, "FIRST_REMINDER EMAIL SENT", "FIRST_REMINDER SMS SENT", "LAST_REMINDER SMS SENT");
    }

    /** At night, so that the email waits for the morning. */
    @Test
    void aReminderThatArrivedAfterAllIsNotRepeatedByEmail() {
        AppointmentId id = told(book(harbour, ada, noon));
        clock.set(noon.minus(DAY));
        awaitReminders(id, "FIRST_REMINDER SMS SENT");
        clock.set(noon.minus(Duration.ofHours(14)));
        lost(id, "FIRST_REMINDER", "30003");
        Probe.waitUntil(
                "the email is to go out",
                () -> reminders(id).stream()
                        .anyMatch(reminder -> reminder.matches("FIRST_REMINDER EMAIL (PLANNED|SENDING)")));

        gateway.signed(STATUS, status(gatewayId(id, "FIRST_REMINDER"), "delivered", "To", ada.phone()));

        awaitReminders(id, "FIRST_REMINDER EMAIL DROPPED arrived-otherwise", "FIRST_REMINDER SMS SENT");
        clock.set(noon.minus(Duration.ofHours(2)));
        awaitReminders(
                id,
                "FIRST_REMINDER EMAIL DROPPED arrived-otherwise",
                "FIRST_REMINDER SMS SENT",
                "LAST_REMINDER SMS SENT");
        assertThat(mailsTo(ada)).hasSize(1);
    }

    @Test
    void whoGotTheMessageAfterAllNeedNotBeCalled() {
        Person eve = aClientWithoutEmail();
        AppointmentId id = told(book(harbour, eve, noon));
        lost(id, "CONFIRMATION", "30003", eve);
        assertThat(unreached(id)).hasSize(1);
        clock.moveBy(Duration.ofMinutes(1));

        gateway.signed(STATUS, status(gatewayId(id, "CONFIRMATION"), "delivered", "To", eve.phone()));

        assertThat(unreached(id)).isEmpty();
    }

    @Test
    void aReminderOfWhichTheGatewayDoesNotSayWhetherItTookItIsForTheDeskAfterHalfItsTime() {
        AppointmentId id = told(book(harbour, ada, noon));
        clock.set(noon.minus(DAY));
        awaitReminders(id, "FIRST_REMINDER SMS SENT");

        dieBeforeTheEndIsWrittenDown(id, "FIRST_REMINDER", ada);
        clock.set(noon.minus(Duration.ofMinutes(210)));

        awaitReminders(id, "FIRST_REMINDER SMS FAILED outcome-unknown");
        assertThat(unreached(id)).hasSize(1);
        assertThat(textsTo(ada)).hasSize(2);
    }

    @Test
    void ofANumberKnownToTakeNoSmsRemindersArePlannedByEmail() {
        twilio.refuses(ada.phone(), 21614);
        outcome(book(harbour, ada, noon));

        AppointmentId next = book(harbour, ada, noon.plus(DAY));

        assertThat(outcome(next)).containsEntry("SMS", "DROPPED unreachable").containsEntry("EMAIL", "SENT");
        assertThat(reminders(next)).containsExactly("FIRST_REMINDER EMAIL PLANNED", "LAST_REMINDER EMAIL PLANNED");
        assertThat(textsTo(ada)).hasSize(1);
    }

    @Test
    void theMarkGoesWithTheNumberAndStaysForWhoElseHasIt() {
        Person eve = new Person(somebody().id(), somebody().email(), ada.phone());
        others.announce(Harbour.client(eve.id(), eve.email(), eve.phone()), 1);
        Probe.waitUntil("both have the number", () -> hasPhone(eve));
        twilio.refuses(ada.phone(), 21614);
        outcome(book(harbour, ada, noon));
        Person corrected = new Person(ada.id(), ada.email(), somebody().phone());

        others.announce(Harbour.client(ada.id(), ada.email(), corrected.phone()), 2);
        Probe.waitUntil("the new number is known", () -> hasPhone(corrected));

        assertThat(outcome(book(harbour, ada, noon.plus(DAY)))).containsEntry("SMS", "SENT");
        assertThat(outcome(book(harbour, eve, noon.plus(DAY)))).containsEntry("SMS", "DROPPED unreachable");
        others.announce(Harbour.client(eve.id(), eve.email(), somebody().phone()), 2);
        Probe.waitUntil("nobody has the number, and the mark is gone", () -> marks(ada) == 0);
    }

    @Test
    void aNumberThatGetsAMessageAfterAllIsNotMarkedAnyMore() {
        AppointmentId id = told(book(harbour, ada, noon));
        lost(id, "CONFIRMATION", "30005");
        assertThat(marks(ada)).isEqualTo(1);

        gateway.signed(STATUS, status(gatewayId(id, "CONFIRMATION"), "delivered", "To", ada.phone()));

        assertThat(marks(ada)).isZero();
    }

    /** Reports come in any order. */
    @Test
    void aNumberThatGotTheMessageIsNotMarkedByAReportOfItThatCameLater() {
        AppointmentId id = told(book(harbour, ada, noon));
        gateway.signed(STATUS, status(gatewayId(id, "CONFIRMATION"), "delivered", "To", ada.phone()));

        lost(id, "CONFIRMATION", "30006");

        assertThat(marks(ada)).isZero();
        assertThat(outcome(book(harbour, ada, noon.plus(DAY)))).containsEntry("SMS", "SENT");
    }

    @Test
    void aReportOnANumberThatWasCorrectedMeanwhileMarksNotTheNewOne() {
        AppointmentId id = told(book(harbour, ada, noon));
        Person corrected = new Person(ada.id(), ada.email(), somebody().phone());
        others.announce(Harbour.client(ada.id(), ada.email(), corrected.phone()), 2);
        Probe.waitUntil("the new number is known", () -> hasPhone(corrected));

        lost(id, "CONFIRMATION", "30006");

        assertThat(marks(ada) + marks(corrected)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {21611, 21408, 21606})
    void whatIsOurOwnFaultIsTriedAgainAndToldToTheOperatorNotHeldAgainstTheNumber(int code) {
        twilio.refuses(ada.phone(), code);

        AppointmentId id = book(harbour, ada, noon);

        Probe.waitUntil("it is tried again", () -> textsTo(ada).size() > 1);
        assertThat(messages(id).get("SMS")).isIn("PLANNED", "SENDING");
        assertThat(marks(ada)).isZero();
        assertThat(meters.counter("unknot.gateway.our.fault", "channel", "SMS", "code", String.valueOf(code))
                        .count())
                .isPositive();
    }

    @Test
    void aReminderThatTheGatewayHasNotTakenForHalfItsTimeGoesByEmail() {
        AppointmentId id = told(book(harbour, ada, noon));
        twilio.refuses(ada.phone(), 21408);
        // The clock may be moved in the middle of a call, which is looked up then.
        twilio.lists(ada.phone(), Map.of());
        clock.set(noon.minus(DAY));
        Probe.waitUntil("it was tried", () -> textsTo(ada).size() > 1);
        assertThat(reminders(id)).noneMatch(reminder -> reminder.startsWith("FIRST_REMINDER EMAIL"));

        clock.set(noon.minus(Duration.ofMinutes(210)));

        awaitReminders(id, "FIRST_REMINDER EMAIL SENT", "FIRST_REMINDER SMS DROPPED gateway-away");
        assertThat(marks(ada)).isZero();
    }

    @Test
    void whomNoChannelReachesIsForTheDeskOfTheVisitUntilSomebodyHasCalled() {
        Person eve = aClientWithoutEmail();
        twilio.refuses(eve.phone(), 21614);

        AppointmentId id = book(harbour, eve, noon);
        Probe.waitUntil("the desk sees it", () -> !unreached(id).isEmpty());

        JsonNode call = unreached(id).getFirst();
        assertThat(call.path("clientId").asString()).isEqualTo(eve.id().toString());
        assertThat(call.path("kind").asString()).isEqualTo("CONFIRMATION");
        assertThat(call.path("failures").toString())
                .contains("\"SMS\",\"reason\":\"refused\"")
                .contains("\"EMAIL\",\"reason\":\"no-address\"");
        assertThat(call.path("failures").path(0).path("deadSince").isString()).isTrue();
        assertThat(items(deskOf(Harbour.in("Europe/Berlin")), "")).isEmpty();

        String handling = "/api/v1/unreached-clients/" + call.path("id").asString() + "/handling";
        assertThat(deskOf(Harbour.in("Europe/Berlin"))
                        .post(handling, "", "If-Match", "\"1\"")
                        .code())
                .isEqualTo("not-found");
        Answer handled = deskOf(harbour).post(handling, "", "If-Match", "\"1\"");
        assertThat(handled.status()).as("%s", handled).isEqualTo(200);
        assertThat(items(deskOf(harbour), "?open=true")).isEmpty();
        assertThat(items(deskOf(harbour), "?open=false")).hasSize(1);
        assertThat(deskOf(harbour).post(handling, "", "If-Match", "\"2\"").code())
                .isEqualTo("already-handled");
    }

    @Test
    void whoOptedOutAndHasNoEmailIsForTheDeskToo() {
        Person eve = aClientWithoutEmail();
        gateway.answers(eve.phone(), "STOP");

        AppointmentId id = book(harbour, eve, noon);

        Probe.waitUntil("the desk sees it", () -> !unreached(id).isEmpty());
        assertThat(unreached(id).getFirst().path("failures").toString()).contains("opted-out", "no-address");
    }

    @Test
    void aCancellationThatReachesNobodyIsAnotherCallThanTheConfirmation() {
        Person eve = aClientWithoutEmail();
        AppointmentId id = told(book(harbour, eve, noon));
        lost(id, "CONFIRMATION", "30005", eve);
        assertThat(unreached(id)).hasSize(1);
        JsonNode first = unreached(id).getFirst();
        deskOf(harbour)
                .post(
                        "/api/v1/unreached-clients/" + first.path("id").asString() + "/handling",
                        "",
                        "If-Match",
                        "\"1\"");

        others.announce(harbour.cancelled(id, eve.id(), noon), 2);

        Probe.waitUntil("the desk sees it", () -> !unreached(id).isEmpty());
        assertThat(unreached(id))
                .singleElement()
                .satisfies(call -> assertThat(call.path("kind").asString()).isEqualTo("CANCELLATION"));
    }

    @Test
    void whoIsToBeCalledAboutAVisitIsToBeCalledWhenItIsOff() {
        Person eve = aClientWithoutEmail();
        twilio.refuses(eve.phone(), 21614);
        AppointmentId id = book(harbour, eve, noon);
        Probe.waitUntil("the desk sees it", () -> !unreached(id).isEmpty());

        others.announce(harbour.cancelled(id, eve.id(), noon), 2);

        Probe.waitUntil(
                "the desk sees that it is off", () -> kinds(unreached(id)).equals(List.of("CANCELLATION")));
    }

    @Test
    void newsOfASeriesThatReachesNobodyIsOneCall() {
        Person eve = aClientWithoutEmail();
        twilio.refuses(eve.phone(), 21614);
        SeriesId series = new SeriesId(Ids.next());
        List<AppointmentId> visits =
                Stream.generate(() -> new AppointmentId(Ids.next())).limit(3).toList();
        for (AppointmentId id : visits) {
            Instant start = noon.plus(DAY.multipliedBy(7L * visits.indexOf(id)));
            AppointmentSnapshot alone = harbour.appointment(id, eve.id(), start, AppointmentStatus.BOOKED);
            others.announce(new AppointmentBooked(Harbour.in(series, alone), Set.of("status")), 1);
        }
        Probe.waitUntil(
                "the news is planned",
                () -> visits.stream().allMatch(id -> messages(id).size() == 2));
        clock.moveBy(Planning.SERIES_PAUSE.plusSeconds(5));
        Probe.waitUntil(
                "each visit has its mark",
                () -> visits.stream().noneMatch(id -> unreached(id).isEmpty()));

        assertThat(items(deskOf(harbour), "?open=true")).hasSize(3);
        List<JsonNode> calls = items(deskOf(harbour), "?open=true&oncePerSeries=true");
        assertThat(calls)
                .singleElement()
                .satisfies(call -> assertThat(call.path("appointmentId").asString())
                        .isEqualTo(visits.getFirst().toString()));

        String handling =
                "/api/v1/unreached-clients/" + calls.getFirst().path("id").asString() + "/handling";
        assertThat(deskOf(harbour).post(handling, "", "If-Match", "\"1\"").status())
                .isEqualTo(200);
        assertThat(visits).allSatisfy(id -> assertThat(unreached(id)).isEmpty());
        assertThat(items(deskOf(harbour), "?open=true")).isEmpty();
        assertThat(items(deskOf(harbour), "?open=false&oncePerSeries=true")).hasSize(1);
    }

    @Test
    void aReportThatOvertakesTheIdOfItsMessageIsCaughtUpWith() {
        Person eve = aClientWithoutEmail();
        AppointmentId id = told(book(harbour, eve, noon));
        String early = "SM" + Ids.next();
        gateway.signed(STATUS, status(early, "undelivered", "ErrorCode", "30006", "To", eve.phone()));
        twilio.lists(eve.phone(), Map.of(early, textsTo(eve).getFirst()));

        dieBeforeTheEndIsWrittenDown(id, "CONFIRMATION", eve);

        Probe.waitUntil("the desk sees it", () -> !unreached(id).isEmpty());
    }

    private void dieBeforeTheEndIsWrittenDown(AppointmentId id, String kind, Person person) {
        jdbc.sql("""
                        UPDATE attempts SET ended_at = NULL, outcome = NULL, address = ?
                        WHERE message_id = (SELECT id FROM messages WHERE appointment_id = ? AND kind = ? AND state = 'SENT')
                        """).params(person.phone(), id.value(), kind).update();
        jdbc.sql("""
                        UPDATE messages SET state = 'SENDING', sent_at = NULL, gateway_id = NULL, claim = claim + 1,
                                            next_attempt = now()
                        WHERE appointment_id = ? AND kind = ? AND state = 'SENT'
                        """).params(id.value(), kind).update();
    }

    private Person aClientWithoutEmail() {
        Person person = somebody();
        others.announce(new ClientSnapshot(person.id(), "Eve Moneypenny", null, person.phone(), "en"), 1);
        Probe.waitUntil("the client is known", () -> hasPhone(person));
        return person;
    }

    /** Nothing is under way any more, so the clock may be moved over the end of a lease. */
    private AppointmentId told(AppointmentId id) {
        assertThat(outcome(id)).containsEntry("SMS", "SENT");
        return id;
    }

    private void lost(AppointmentId id, String kind, String code) {
        lost(id, kind, code, ada);
    }

    private void lost(AppointmentId id, String kind, String code, Person person) {
        Answer answer = gateway.signed(
                STATUS, status(gatewayId(id, kind), "undelivered", "ErrorCode", code, "To", person.phone()));
        assertThat(answer.status()).isEqualTo(204);
    }

    private String gatewayId(AppointmentId id, String kind) {
        return jdbc.sql("SELECT gateway_id FROM messages WHERE appointment_id = ? AND channel = 'SMS' AND kind = ?")
                .params(id.value(), kind)
                .query(String.class)
                .single();
    }

    /** In order of kind and channel, without those that are not due yet. */
    private void awaitReminders(AppointmentId id, String... expected) {
        Probe.waitUntil(
                "the reminders are " + List.of(expected),
                () -> reminders(id).stream()
                        .filter(reminder -> !reminder.endsWith("PLANNED"))
                        .toList()
                        .equals(List.of(expected)));
    }

    private List<String> reminders(AppointmentId id) {
        return jdbc.sql("""
                        SELECT concat_ws(' ', kind, channel, state, reason) FROM messages
                        WHERE appointment_id = ? AND kind LIKE '%REMINDER' ORDER BY kind, channel
                        """).param(id.value()).query(String.class).list();
    }

    private int marks(Person person) {
        return jdbc.sql("SELECT count(*) FROM dead_addresses WHERE address = ?")
                .param(person.phone())
                .query(Integer.class)
                .single();
    }

    private boolean hasPhone(Person person) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM contacts WHERE client_id = ? AND phone = ?)")
                .params(person.id().value(), person.phone())
                .query(Boolean.class)
                .single();
    }

    private List<JsonNode> unreached(AppointmentId id) {
        return items(deskOf(harbour), "?open=true&appointment=" + id);
    }

    private static List<String> kinds(List<JsonNode> calls) {
        return calls.stream().map(call -> call.path("kind").asString()).toList();
    }

    private Http deskOf(Harbour place) {
        return Http.at(port).as(Tokens.of(Role.FRONT_DESK, place.location()));
    }

    private static List<JsonNode> items(Http http, String query) {
        Answer answer = http.get("/api/v1/unreached-clients" + query);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return StreamSupport.stream(answer.body().path("items").spliterator(), false)
                .toList();
    }
}
