package dev.unknot.frontdesk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.message.Answer;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.ChannelFailure;
import dev.unknot.common.message.MessageId;
import dev.unknot.common.message.MessageKind;
import dev.unknot.common.message.MessageState;
import dev.unknot.common.message.MessageView;
import dev.unknot.common.message.ReplyId;
import dev.unknot.common.message.ReplyView;
import dev.unknot.common.message.UnreachedId;
import dev.unknot.common.message.UnreachedView;
import dev.unknot.common.therapist.TherapistId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A therapist's day, the work list, the messages and the replies, as people at the clinic use them. */
@FrontDeskTest
class StaffPagesTest {

    private static final FakeClinic CLINIC = new FakeClinic();
    private static final Pattern FILE = Pattern.compile("<(?:link|script)[^>]* (?:href|src)=\"([^\"]+)\"");
    private static final TherapistId TARA = TherapistId.of(Staff.TARA_ID);

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    private final AppointmentId id = Kreuzberg.anId();
    private Instant noon = Instant.EPOCH;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
    }

    @BeforeEach
    void aClinic() {
        noon = LocalDate.ofInstant(clock.instant(), Kreuzberg.ZONE)
                .atTime(12, 0)
                .atZone(Kreuzberg.ZONE)
                .toInstant();
        CLINIC.reset();
        CLINIC.says("/api/v1/treatments/" + Kreuzberg.SWEDISH, Kreuzberg.swedish());
        CLINIC.says("/api/v1/therapists/" + TARA, Kreuzberg.therapist(TARA, "Tara"));
        CLINIC.says("/api/v1/therapists/" + Kreuzberg.JONAS, Kreuzberg.therapist(Kreuzberg.JONAS, "Jonas"));
        CLINIC.says("/api/v1/locations/" + Kreuzberg.ID, Kreuzberg.clinic());
        CLINIC.says("/api/v1/locations", ItemList.all(List.of(Kreuzberg.clinic())));
        CLINIC.says(
                "/api/v1/clients",
                ItemList.all(List.of(
                        new ClientView(Kreuzberg.ANNA, 1, "Anna <i>Berg</i>", "anna@example.org", "+4930111", "de"))));
    }

    @Test
    void aTherapistSeesTheirOwnDayInOrderOnTheClinicsClock() throws Exception {
        stand(visit(2, AppointmentStatus.CONFIRMED, noon.plusSeconds(7200)), visit(1, AppointmentStatus.BOOKED, noon));

        String page = tara().get("/diary").text();

        assertThat(page)
                .containsSubsequence("12:00–13:00", "Booked", "Room 1", "14:00–15:00", "Confirmed")
                .contains("Anna &lt;i&gt;Berg&lt;/i&gt;", "Swedish massage, 60 min", "Central European Time");
        var asked = CLINIC.asked("GET", "/appointments").getFirst();
        assertThat(asked.getUrl()).contains("therapist=" + TARA);
        var claims = SignedJWT.parse(asked.getHeader("Authorization").substring("Bearer ".length()))
                .getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(TARA.toString());
        assertThat(claims.getStringClaim("role")).isEqualTo("therapist");
    }

    @Test
    void whatStartsOnAnotherOfTheClinicsDaysIsNotInThisOne() {
        stand(visit(1, AppointmentStatus.BOOKED, noon.plus(Duration.ofHours(13))));

        assertThat(tara().get("/diary").text()).contains("No visits on this day");
    }

    @Test
    void aVisitOfTheWorkListThatIsChangedElsewhereIsShownAsItIsNow() {
        stand(displaced(4));
        CLINIC.says("/api/v1/slots", Kreuzberg.slots(Kreuzberg.JONAS, noon));
        Visitor dario = dario().asScript();
        assertThat(dario.get("/worklist").text()).contains("/worklist/" + id + "/change?version=4");
        assertThat(dario.get("/worklist/" + id + "/change?version=4").status()).isEqualTo(204);

        assertThat(dario.get("/worklist/" + id + "/change?version=3").text())
                .contains("Not covered", "with \u2068Jonas\u2069", "change?version=4");
        stand(visit(5, AppointmentStatus.CANCELLED, noon));
        assertThat(dario.get("/worklist/" + id + "/change?version=4").text())
                .contains("It is cancelled.", ">Cancelled<", "change?version=5")
                .doesNotContain("Covered", "covered");
    }

    @Test
    void aTherapistIsAskedBeforeASessionBeginsLongBeforeItsTime() {
        ZoneId place = Kreuzberg.whereItIsMorning(clock);
        Instant inTwoHours = clock.instant().plus(Duration.ofHours(2));
        stand(Kreuzberg.in(place, visit(4, AppointmentStatus.CHECKED_IN, inTwoHours)));
        CLINIC.takes("/api/v1/appointments/" + id + "/session", visit(5, AppointmentStatus.IN_SESSION, inTwoHours));
        String date = LocalDate.ofInstant(inTwoHours, place).toString();

        var asked = tara().asScript().post("/diary/" + id + "/session", Map.of("version", "4", "date", date));

        assertThat(asked.text())
                .containsPattern("It is \\d\\d:\\d\\d, and the visit begins at \\d\\d:\\d\\d\\.")
                .contains("Start the session at ", "Not yet");
        assertThat(CLINIC.changes()).isEmpty();
        var unused = tara().post("/diary/" + id + "/session", Map.of("version", "4", "date", date, "early", "true"));
        assertThat(CLINIC.asked("POST", "/session")).hasSize(1);
    }

    @Test
    void aTherapistTakesAVisitAStepOnInTheVersionTheySaw() {
        Instant now = clock.instant();
        stand(visit(4, AppointmentStatus.CHECKED_IN, now));
        CLINIC.takes("/api/v1/appointments/" + id + "/session", visit(5, AppointmentStatus.IN_SESSION, now));

        var page = tara().asScript().post("/diary/" + id + "/session", Map.of("version", "4", "date", "2026-11-26"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("<html");
        assertThat(CLINIC.asked("POST", "/session").getFirst().getHeader("If-Match"))
                .isEqualTo("\"4\"");
    }

    @Test
    void aRefusedStepIsSaidAndTheDayIsShownAsItStands() {
        stand(visit(5, AppointmentStatus.BOOKED, clock.instant()));
        CLINIC.refuses("/api/v1/appointments/" + id + "/check-in", 409, "not-today");

        assertThat(tara().post("/diary/" + id + "/check-in", Map.of("version", "5", "date", "2026-11-26"))
                        .text())
                .contains("A sentence about not-today.");
    }

    @Test
    void aDeskHasNoDiaryAndATherapistNoWorkListMessagesOrReplies() {
        assertThat(dario().get("/diary").status()).isEqualTo(403);
        for (String path : List.of("/worklist", "/worklist/waiting", "/messages", "/replies", "/replies/waiting")) {
            assertThat(tara().get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void theWorkListSaysWhyAndHowToReachTheClient() {
        stand(displaced(3));

        String page = dario().get("/worklist").text();

        assertThat(page)
                .contains("The therapist does not work then.", "tel:+4930111", "mailto:anna@example.org")
                .contains("/worklist/" + id + "/alternatives");
        assertThat(CLINIC.asked("GET", "/appointments").getFirst().getUrl()).contains("displaced=true");
        assertThat(dario().asScript().get("/worklist/waiting").text()).contains(">1<");
    }

    @Test
    void theWorkListNamesEverybodyOfAVisitOfTwoAndHowToReachEach() {
        stand(Kreuzberg.of(
                displaced(3),
                new Participant(Kreuzberg.ANNA, TARA),
                new Participant(Kreuzberg.BERND, Kreuzberg.JONAS)));
        CLINIC.says(
                "/api/v1/clients",
                ItemList.all(List.of(
                        new ClientView(Kreuzberg.BERND, 1, "Bernd & Co", null, "+4930222", "de"),
                        new ClientView(Kreuzberg.ANNA, 1, "Anna Berg", "anna@example.org", "+4930111", "de"))));

        String page = dario().get("/worklist").text();

        assertThat(page)
                .containsSubsequence("<h2", "<bdi>Anna Berg</bdi>", ", ", "<bdi>Bernd &amp; Co</bdi>", "</h2>")
                .contains("with \u2068Tara\u2069, \u2068Jonas\u2069 ·")
                .containsSubsequence(
                        "<bdi>Anna Berg</bdi> with <bdi>Tara</bdi>",
                        "tel:+4930111",
                        "mailto:anna@example.org",
                        "<bdi>Bernd &amp; Co</bdi> with <bdi>Jonas</bdi>",
                        "tel:+4930222",
                        "Show on the board");
    }

    @Test
    void ofAVisitOfTwoWhoIsNotTheDesksHidesNobodyElse() {
        stand(Kreuzberg.of(
                displaced(3),
                new Participant(Kreuzberg.BERND, Kreuzberg.JONAS),
                new Participant(Kreuzberg.ANNA, TARA)));

        assertThat(dario().get("/worklist").text())
                .contains("<bdi>Somebody</bdi> with <bdi>Jonas</bdi>")
                .contains("<bdi>Anna &lt;i&gt;Berg&lt;/i&gt;</bdi> with <bdi>Tara</bdi>", "tel:+4930111");
    }

    @Test
    void anAlternativeIsOneClickAway() {
        stand(displaced(3));
        CLINIC.says("/api/v1/slots", Kreuzberg.slots(Kreuzberg.JONAS, noon));
        CLINIC.takes(
                "/api/v1/appointments/" + id + "/reschedule",
                Kreuzberg.visit(id, 4, AppointmentStatus.BOOKED, noon, Kreuzberg.JONAS));

        String options =
                dario().asScript().get("/worklist/" + id + "/alternatives").text();
        var moved = dario().asScript().post("/worklist/" + id + "/move", toJonas());

        assertThat(options).contains("with \u2068Jonas\u2069", "same time", "name=\"version\" value=\"3\"");
        assertThat(CLINIC.asked("GET", "/slots"))
                .allSatisfy(search -> assertThat(search.getUrl()).contains("moving=" + id, "limit=3"));
        assertThat(moved.text())
                .contains(
                        "Moved to",
                        "It is covered again.",
                        "with \u2068Jonas\u2069",
                        "date=" + LocalDate.ofInstant(noon, Kreuzberg.ZONE))
                .doesNotContain("Not covered", "class=\"work-options\"");
        var sent = CLINIC.asked("POST", "/reschedule").getFirst();
        assertThat(sent.getHeader("If-Match")).isEqualTo("\"3\"");
        var body = JsonMapper.shared().readTree(sent.getBodyAsString());
        assertThat(body.path("therapistId").asString()).isEqualTo(Kreuzberg.JONAS.toString());
        assertThat(body.path("cause").asString()).isEqualTo("not-covered");
    }

    @Test
    void anAlternativeThatIsGoneIsSaidAndOthersAreOffered() {
        stand(displaced(3));
        CLINIC.says("/api/v1/slots", Kreuzberg.slots(Kreuzberg.JONAS, noon.plusSeconds(3600)));
        CLINIC.refuses("/api/v1/appointments/" + id + "/reschedule", 409, "slot-taken");

        String options =
                dario().asScript().post("/worklist/" + id + "/move", toJonas()).text();

        assertThat(options)
                .contains("A sentence about slot-taken.", "13:00", "with \u2068Jonas\u2069")
                .contains("Not covered", "tel:+4930111");
    }

    @Test
    void whatIsNoLongerSoldHasNoAlternatives() {
        stand(displaced(3));
        CLINIC.refusesToSay("/api/v1/slots", 422, "minutes-not-offered");

        var answer = dario().asScript().get("/worklist/" + id + "/alternatives");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain("minutes-not-offered", "name=\"version\"");
    }

    @Test
    void theListOfMessagesShowsStatesInWordsAndAsksForNoMoreThanAPage() {
        CLINIC.says(
                "/api/v1/messages",
                new ItemList<>(
                        List.of(message(MessageState.DROPPED, "opted-out"), message(MessageState.PLANNED, null)),
                        "the-next"));

        var page = dario().get("/messages?state=DROPPED&location=" + Staff.MITTE);

        assertThat(page.text())
                .contains("First reminder by SMS", "Not sent", "The client wants no messages.", "Planned")
                .contains("cursor=the-next");
        assertThat(CLINIC.asked("GET", "/messages").getFirst().getUrl())
                .contains("state=DROPPED", "location=" + Staff.MITTE, "limit=50");
        assertThat(dario().get("/messages?location=" + Staff.ELSEWHERE).status())
                .isEqualTo(403);
    }

    @Test
    void aReplyWaitsUntilSomebodyHasDealtWithIt() {
        ReplyView reply = new ReplyView(
                new ReplyId(UUID.randomUUID()),
                2,
                Kreuzberg.ANNA,
                null,
                Kreuzberg.ID,
                Answer.UNCLEAR,
                null,
                "Can I <b>come</b> at five?",
                noon,
                null);
        CLINIC.says("/api/v1/replies", ItemList.all(List.of(reply)));
        CLINIC.takes("/api/v1/replies/" + reply.id() + "/handling", reply);
        var dario = dario();

        String page = dario.get("/replies").text();
        String older = dario.get("/replies?cursor=abc").text();
        var done = dario.post("/replies/" + reply.id() + "/handling", Map.of("version", "2"));

        assertThat(page).contains("Can I &lt;b&gt;come&lt;/b&gt; at five?", "tel:+4930111", "Done");
        assertThat(older).contains("hx-get=\"/replies?open=true&amp;cursor=abc\"");
        assertThat(done.status()).isEqualTo(200);
        assertThat(CLINIC.asked("POST", "/handling").getFirst().getHeader("If-Match"))
                .isEqualTo("\"2\"");
        assertThat(dario.asScript().get("/replies/waiting").text()).contains(">1<");
    }

    @Test
    void anOptOutIsShownWithItsWordsAndTheQuestionToAsk() {
        CLINIC.says(
                "/api/v1/replies",
                ItemList.all(List.of(new ReplyView(
                        new ReplyId(UUID.randomUUID()),
                        1,
                        Kreuzberg.ANNA,
                        null,
                        Kreuzberg.ID,
                        Answer.STOP,
                        "+4930111",
                        "Cancel",
                        noon,
                        null))));

        assertThat(dario().get("/replies").text())
                .contains(">Cancel<", "Gets no more SMS", "may have been meant for the visit", "Done");
    }

    @Test
    void aClientWhoIsNotTheDesksIsNotCalledANumberThatNobodyHas() {
        CLINIC.says("/api/v1/clients", ItemList.all(List.of()));
        CLINIC.says("/api/v1/replies", ItemList.all(List.of(unclear(Kreuzberg.ANNA))));
        assertThat(dario().get("/replies").text())
                .contains("Somebody not at your locations")
                .doesNotContain("A number nobody has");

        CLINIC.says("/api/v1/replies", ItemList.all(List.of(unclear(null))));
        assertThat(dario().get("/replies").text()).contains("A number nobody has");
    }

    @Test
    void anAnswerThatBelongsToNoPlaceIsTimedByTheClockOfWhoReadsIt() {
        CLINIC.says("/api/v1/replies", ItemList.all(List.of(unclear(null))));

        assertThat(dario().get("/replies").text()).contains(", 12:00</span>").doesNotContain("UTC");
    }

    @Test
    void anAnswerThatBelongsToNoPlaceSaysWhichClockWhereSeveralHang() {
        CLINIC.says("/api/v1/replies", ItemList.all(List.of(unclear(null))));
        CLINIC.says("/api/v1/locations", ItemList.all(List.of(Kreuzberg.clinic(), elsewhere("America/New_York"))));

        assertThat(dario().get("/replies").text()).contains(", 12:00 (Central European Time)</span>");
    }

    @Test
    void aStateThatThereIsNotIsRefusedWithoutTheNamesThatProgramsUse() {
        var page = dario().get("/messages?state=FOO");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("has a value that is not known here").doesNotContain("PLANNED", "DROPPED");
    }

    @Test
    void whomNoMessageReachedIsCalledFromTheWorkListAndMarkedAtTheVisit() {
        stand(visit(2, AppointmentStatus.BOOKED, noon));
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of()));
        UnreachedView call = call();
        CLINIC.says("/api/v1/unreached-clients", ItemList.all(List.of(call)));
        CLINIC.takes("/api/v1/unreached-clients/" + call.id() + "/handling", call.handled(noon));
        var dario = dario();

        String page = dario.get("/worklist").text();
        var done = dario.post("/worklist/calls/" + call.id() + "/handling", Map.of("version", "1"));

        assertThat(page)
                .contains("To call", "Anna &lt;i&gt;Berg&lt;/i&gt;", "Not told: first reminder")
                .contains("The number takes no SMS since", "and no email address is known.", "tel:+4930111");
        assertThat(dario.asScript().get("/worklist/waiting").text()).contains(">1<");
        assertThat(done.status()).isEqualTo(200);
        assertThat(CLINIC.asked("POST", "/handling").getFirst().getHeader("If-Match"))
                .isEqualTo("\"1\"");
        assertThat(CLINIC.asked("GET", "/unreached-clients").getFirst().getUrl())
                .contains("open=true");
    }

    @Test
    void whoeverIsToBeCalledBeyondAPageIsOnTheNextOne() {
        stand(displaced(3));
        UnreachedView call = call();
        CLINIC.says("/api/v1/unreached-clients", new ItemList<>(List.of(call), "the-next"));
        CLINIC.says("/api/v1/unreached-clients", "cursor", "the-next", ItemList.all(List.of()));

        String first = dario().get("/worklist").text();
        String second = dario().get("/worklist?calls=the-next").text();

        assertThat(first).contains("calls=the-next", "Earlier calls").doesNotContain("Newest calls");
        assertThat(second)
                .contains("Nobody is left on this page.", "Newest calls")
                .doesNotContain("Earlier calls");
        assertThat(dario().asScript().get("/worklist/waiting").text()).contains(">2+<");
    }

    @Test
    void nothingIsStyledOrScriptedInsideAPage() {
        stand(displaced(3));
        CLINIC.says("/api/v1/messages", ItemList.all(List.of()));
        CLINIC.says("/api/v1/replies", ItemList.all(List.of()));

        for (String path : List.of("/worklist", "/messages", "/replies")) {
            var page = dario().get(path);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).doesNotContain(" style=", "<style", " onclick", "<script>");
            assertThat(page.header("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void everyFileOfAPageIsNamedByItsContentAndKeptForGood() {
        stand(displaced(3));
        Set<String> files = new TreeSet<>();
        for (String path : List.of("/sign-in", "/visit/nobodys", "/nowhere", "/worklist", "/replies", "/diary")) {
            String page = (path.equals("/diary") ? tara() : dario()).get(path).text();
            FILE.matcher(page).results().map(link -> link.group(1)).forEach(files::add);
        }
        assertThat(files)
                .hasSizeGreaterThan(20)
                .anyMatch(file -> file.startsWith("/icon-"))
                .anyMatch(file -> file.startsWith("/webjars/"))
                .allSatisfy(file -> {
                    var kept = new Visitor(port).get(file);
                    assertThat(kept.status()).as(file).isEqualTo(200);
                    assertThat(kept.header("Cache-Control")).as(file).isEqualTo("max-age=31536000, public, immutable");
                    assertThat(kept.header("Set-Cookie")).as(file).isNull();

                    String unhashed = file.replaceFirst("-[0-9a-f]{32}\\.", ".");
                    assertThat(unhashed).isNotEqualTo(file);
                    var askedAnew = new Visitor(port).get(unhashed);
                    assertThat(askedAnew.status()).as(unhashed).isEqualTo(200);
                    assertThat(askedAnew.header("Cache-Control")).as(unhashed).isEqualTo("no-cache");

                    var ofAnotherDay =
                            new Visitor(port).get(unhashed.replaceFirst("\\.(\\w+)$", "-" + "0".repeat(32) + ".$1"));
                    assertThat(ofAnotherDay.status()).as(unhashed).isEqualTo(404);
                    assertThat(ofAnotherDay.header("Cache-Control"))
                            .as(unhashed)
                            .contains("no-store");
                });
    }

    @Test
    void whatIsAskedForAnewIsSentAnewOnlyWhenItChanged() throws Exception {
        var first = new Visitor(port).get("/css/base.css");
        var again = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/css/base.css"))
                                .header("If-Modified-Since", requireNonNull(first.header("Last-Modified")))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    private UnreachedView call() {
        return new UnreachedView(
                new UnreachedId(UUID.randomUUID()),
                1,
                Kreuzberg.ANNA,
                id,
                Kreuzberg.ID,
                MessageKind.FIRST_REMINDER,
                noon,
                List.of(
                        new ChannelFailure(Channel.SMS, "refused", noon),
                        new ChannelFailure(Channel.EMAIL, "no-address", null)),
                null);
    }

    private static LocationView elsewhere(String zone) {
        return new LocationView(
                new LocationId(UUID.randomUUID()),
                1,
                "Overseas",
                ZoneId.of(zone),
                new Address("Street 1", "10001", "New York", "US"),
                "+1 212 555 0100",
                List.of(),
                List.of());
    }

    private ReplyView unclear(@Nullable ClientId client) {
        return new ReplyView(
                new ReplyId(UUID.randomUUID()),
                1,
                client,
                null,
                client == null ? null : Kreuzberg.ID,
                Answer.UNCLEAR,
                "+4930111",
                "At five?",
                noon,
                null);
    }

    private void stand(AppointmentView... visits) {
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of(visits)));
        CLINIC.says("/api/v1/appointments/" + id, visits[0]);
    }

    private AppointmentView visit(long version, AppointmentStatus status, Instant start) {
        return Kreuzberg.visit(id, version, status, start, TARA);
    }

    private AppointmentView displaced(long version) {
        return Kreuzberg.displaced(visit(version, AppointmentStatus.BOOKED, noon));
    }

    private Map<String, String> toJonas() {
        return Map.of(
                "version",
                "3",
                "start",
                noon.toString(),
                "therapist",
                Kreuzberg.JONAS.toString(),
                "location",
                Staff.MITTE);
    }

    private MessageView message(MessageState state, @Nullable String reason) {
        return new MessageView(
                new MessageId(UUID.randomUUID()),
                id,
                Kreuzberg.ANNA,
                Kreuzberg.ID,
                MessageKind.FIRST_REMINDER,
                Channel.SMS,
                1,
                state,
                noon,
                noon.plusSeconds(60),
                null,
                reason,
                null);
    }

    private Visitor tara() {
        return Visitor.signedIn(port, Staff.TARA);
    }

    private Visitor dario() {
        return Visitor.signedIn(port, Staff.DARIO);
    }
}
