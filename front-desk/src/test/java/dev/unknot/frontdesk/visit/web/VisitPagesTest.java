package dev.unknot.frontdesk.visit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.common.terms.BookingPolicyView;
import dev.unknot.frontdesk.FakeClinic;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Kreuzberg;
import dev.unknot.platform.link.SignedLinks;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

@FrontDeskTest
class VisitPagesTest {

    private static final FakeClinic CLINIC = new FakeClinic();
    private static final Pattern SEAL = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    SignedLinks links;

    @Autowired
    Clock clock;

    private final AppointmentId id = Kreuzberg.anId();
    private Instant start = Instant.EPOCH;
    private String token = "";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
        settings.add("unknot.links.keys", () -> "1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        settings.add("unknot.visits.bad-links", () -> "60");
        settings.add("unknot.proxies.trusted", () -> "127.0.0.0/8,::1");
        settings.add("unknot.visits.contact", () -> "+49 30 1234");
    }

    @BeforeEach
    void aVisitInTwoDays() {
        start = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(57));
        token = links.sign(id.value(), start.plus(Duration.ofDays(30)));
        CLINIC.reset();
        CLINIC.says("/api/v1/treatments/" + Kreuzberg.SWEDISH, Kreuzberg.swedish());
        CLINIC.says("/api/v1/therapists/" + Kreuzberg.MIRA, Kreuzberg.therapist(Kreuzberg.MIRA, "Mira <b>Ott</b>"));
        CLINIC.says("/api/v1/therapists/" + Kreuzberg.JONAS, Kreuzberg.therapist(Kreuzberg.JONAS, "Jonas"));
        CLINIC.says("/api/v1/locations/" + Kreuzberg.ID, Kreuzberg.clinic());
        stands(3, AppointmentStatus.BOOKED);
    }

    @Test
    void aClientSeesWhatWhoWhereAndWhenOnTheClinicsClock() {
        Answer page = client().get("/visit/" + token);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Swedish massage, 60 minutes", "Kreuzberg", "Bergmannstraße 1", "10961 Berlin", "72,00")
                .contains("Central European", "Booked", "Yes, I will come")
                .contains("Mira &lt;b&gt;Ott&lt;/b&gt;")
                .contains("tel:+4930901820");
    }

    @Test
    void aLateCancellationIsWarnedOfInTheClientsLanguage() {
        String early = client().get("/visit/" + token + "/cancellation").text();
        var strict =
                new BookingPolicy(null, null, null, null, null, null, Duration.ofHours(72), Duration.ZERO, null, null);
        CLINIC.says(
                "/api/v1/locations/" + Kreuzberg.ID + "/booking-policy", BookingPolicyView.of(Kreuzberg.ID, 1, strict));

        assertThat(early).doesNotContain("cancelled late");
        assertThat(client().get("/visit/" + token + "/cancellation").text())
                .contains(
                        "Your visit begins in less than 72 hours. If you cancel it now, we note it as cancelled late.");
        assertThat(client().get("/visit/" + token + "/cancellation?lang=de").text())
                .contains("Ihr Termin beginnt in weniger als 72 Stunden.");
    }

    @Test
    void whatIsDoneToAVisitOfTwoIsDoneForBothAndSaidSoWithoutNamingTheOther() {
        offersTwoTimes();
        String alone = client().get("/visit/" + token).text();
        CLINIC.says(
                appointment(""),
                Kreuzberg.of(
                        Kreuzberg.visit(id, 3, AppointmentStatus.BOOKED, start),
                        new Participant(Kreuzberg.ANNA, Kreuzberg.MIRA),
                        new Participant(Kreuzberg.BERND, Kreuzberg.JONAS)));

        assertThat(client().get("/visit/" + token).text())
                .contains("This visit is for two people. What you do here, you do for both of you.")
                .contains("Yes, we will come")
                .doesNotContain("Yes, I will come");
        assertThat(client().get("/visit/" + token + "/cancellation").text())
                .contains("This visit is for two people. Cancelling it cancels it for both of you.");
        assertThat(client().get("/visit/" + token + "/move").text())
                .contains("This visit is for two people. Moving it moves it for both of you.");
        assertThat(client().get("/visit/" + token + "?lang=de").text())
                .contains("Dieser Termin ist für zwei Personen. Was Sie hier tun, gilt für Sie beide.")
                .contains("Ja, wir kommen");
        assertThat(client().get("/visit/" + token + "/cancellation?lang=de").text())
                .contains("Dieser Termin ist für zwei Personen. Wenn Sie ihn absagen, ist er für Sie beide abgesagt.");
        assertThat(client().get("/visit/" + token + "/move?lang=de").text())
                .contains(
                        "Dieser Termin ist für zwei Personen. Wenn Sie ihn verschieben, ist er für Sie beide verschoben.");
        assertThat(alone).contains("Yes, I will come").doesNotContain("people");
    }

    @Test
    void whoeverIsTreatedByTwoIsOnePersonAndThreeAreCounted() {
        var booked = Kreuzberg.visit(id, 3, AppointmentStatus.BOOKED, start);
        var anna = new Participant(Kreuzberg.ANNA, Kreuzberg.MIRA);
        CLINIC.says(appointment(""), Kreuzberg.of(booked, anna, new Participant(Kreuzberg.ANNA, Kreuzberg.JONAS)));
        assertThat(client().get("/visit/" + token).text()).doesNotContain("people");

        ClientId third = ClientId.of("01900000-0000-7000-8000-0000000000f3");
        CLINIC.says(
                appointment(""),
                Kreuzberg.of(
                        booked,
                        anna,
                        new Participant(Kreuzberg.BERND, Kreuzberg.JONAS),
                        new Participant(third, Kreuzberg.MIRA)));
        assertThat(client().get("/visit/" + token).text())
                .contains("This visit is for 3 people. What you do here, you do for all of you.");
        assertThat(client().get("/visit/" + token + "?lang=de").text())
                .contains("Dieser Termin ist für 3 Personen. Was Sie hier tun, gilt für Sie alle.");
    }

    @Test
    void aVisitThatTheClinicCannotKeepIsNotConfirmedAndItSaysWhatIsGoingOn() {
        for (AppointmentStatus status : List.of(AppointmentStatus.BOOKED, AppointmentStatus.CONFIRMED)) {
            CLINIC.says(appointment(""), Kreuzberg.displaced(Kreuzberg.visit(id, 3, status, start)));

            assertThat(client().get("/visit/" + token + "?done=confirmed").text())
                    .contains("we cannot promise this time right now", "Being looked into")
                    .contains("Choose another time", "Cancel the visit")
                    .doesNotContain("Yes, I will come", "Booked", "Confirmed", "We look forward");
            assertThat(client().get("/visit/" + token + "?lang=de").text())
                    .contains("Deshalb können wir diese Zeit gerade nicht zusagen.", "Wird geklärt")
                    .doesNotContain("Ja, ich komme", "Bestätigt");
        }
        CLINIC.says(appointment(""), Kreuzberg.displaced(Kreuzberg.visit(id, 3, AppointmentStatus.CANCELLED, start)));
        assertThat(client().get("/visit/" + token).text()).doesNotContain("cannot promise");
    }

    @Test
    void theServicesAreAskedWithATokenForThisOneAppointment() throws Exception {
        var unused = client().get("/visit/" + token);

        String bearer = CLINIC.asked("GET", "/appointments/" + id).getFirst().getHeader("Authorization");
        var claims = SignedJWT.parse(bearer.substring("Bearer ".length())).getJWTClaimsSet();
        assertThat(claims.getStringClaim("role")).isEqualTo("client");
        assertThat(claims.getStringClaim("appointment")).isEqualTo(id.toString());
    }

    @Test
    void aGermanBrowserReadsGermanAndANamedLanguageStays() {
        assertThat(client().with("Accept-Language", "de-AT,en;q=0.5")
                        .get("/visit/" + token)
                        .text())
                .contains("lang=\"de\"", "Ja, ich komme", "72,00", "Mitteleurop");

        Answer named = client().with("Accept-Language", "en").get("/visit/" + token + "?lang=de");

        assertThat(named.text()).contains("Ja, ich komme");
        assertThat(named.header("Set-Cookie"))
                .startsWith("lang=de; Path=/visit")
                .contains("HttpOnly");
        assertThat(client().with("Cookie", "lang=de").get("/visit/" + token).text())
                .contains("Ja, ich komme");
    }

    @Test
    void aPageIsKeptNowhereAndTellsNobodyItsAddress() {
        Answer page = client().get("/visit/" + token);

        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Robots-Tag")).contains("noindex");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.text()).doesNotContain("<script", "style=", "onclick");
    }

    @Test
    void readingAPageChangesNothingWhateverReadsIt() {
        for (String path : List.of("", "/move", "/cancellation", "/calendar.ics", "?done=cancelled")) {
            CLINIC.says("/api/v1/slots", Kreuzberg.slots(Kreuzberg.MIRA));
            assertThat(client().get("/visit/" + token + path).status()).isEqualTo(200);
        }
        assertThat(client().get("/visit/" + token + "/confirmation").status()).isEqualTo(405);

        assertThat(CLINIC.changes()).isEmpty();
    }

    @Test
    void aClientConfirmsTheVersionTheySaw() {
        String seal = seal("");
        CLINIC.takes(appointment("/confirmation"), Kreuzberg.visit(id, 4, AppointmentStatus.CONFIRMED, start));

        Answer answer = post("/confirmation", "form=" + seal);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/visit/" + token + "?done=confirmed");
        assertThat(CLINIC.asked("POST", "/confirmation").getFirst().getHeader("If-Match"))
                .isEqualTo("\"3\"");
        stands(4, AppointmentStatus.CONFIRMED);
        assertThat(client().get("/visit/" + token + "?done=confirmed").text())
                .contains("We look forward to seeing you", "Confirmed")
                .doesNotContain("Yes, I will come");
    }

    @ParameterizedTest
    @CsvSource({
        "confirmed, CONFIRMED, We look forward to seeing you",
        "moved, BOOKED, Your visit has been moved",
        "moved, CONFIRMED, Your visit has been moved",
        "cancelled, CANCELLED, Your visit is cancelled"
    })
    void whatWasDoneIsSaid(String done, AppointmentStatus status, String sentence) {
        stands(4, status);

        assertThat(client().get("/visit/" + token + "?done=" + done).text()).contains(sentence);
    }

    /** They may have opted out, or their number and mailbox take none. */
    @Test
    void noMessageIsPromisedThatNoChannelMayCarry() {
        offersTwoTimes();
        for (String language : List.of("en", "de")) {
            for (String path : List.of("?done=moved&", "/cancellation?", "/move?")) {
                assertThat(client().get("/visit/" + token + path + "lang=" + language)
                                .text())
                        .doesNotContainIgnoringCase("message", "Nachricht");
            }
        }
        stands(4, AppointmentStatus.CANCELLED);
        assertThat(client().get("/visit/" + token + "?done=cancelled").text())
                .contains("Your visit is cancelled. You need do nothing else.")
                .doesNotContain("message");
        assertThat(client().get("/visit/" + token + "?done=cancelled&lang=de").text())
                .contains("Ihr Termin ist abgesagt. Sie müssen nichts weiter tun.")
                .doesNotContain("Nachricht");
    }

    /** The page was left open, and read again after the clinic had done something else. */
    @ParameterizedTest
    @CsvSource({
        "confirmed, BOOKED",
        "confirmed, CANCELLED",
        "confirmed, NO_SHOW",
        "moved, CANCELLED",
        "moved, COMPLETED",
        "cancelled, BOOKED",
        "cancelled, CONFIRMED",
        "elsewhere, BOOKED"
    })
    void whatWasDoneIsNotSaidOnceItIsNotSoAnyMore(String done, AppointmentStatus status) {
        stands(5, status);

        assertThat(client().get("/visit/" + token + "?done=" + done).text())
                .contains("<h1>Your visit</h1>")
                .doesNotContain("notice done", "We look forward", "has been moved", "Your visit is cancelled");
    }

    @Test
    void aSecondClickIsNotRefused() {
        String seal = seal("");
        stands(4, AppointmentStatus.CONFIRMED);

        assertThat(post("/confirmation", "form=" + seal).status()).isEqualTo(303);
        assertThat(CLINIC.changes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3.9999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "nonsense"})
    void aFormThatWeDidNotMakeDoesNothing(String forged) {
        offersTwoTimes();
        for (String path : List.of("/confirmation", "/cancellation", "/move")) {
            Answer answer = post(path, "form=" + forged + "&time=" + start + "_" + Kreuzberg.MIRA);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("nothing was changed");
        }
        assertThat(CLINIC.changes()).isEmpty();
    }

    @Test
    void theTimesToMoveToStandUnderTheClinicsDaysTheKnownTherapistFirst() {
        offersTwoTimes();

        Answer page = client().get("/visit/" + token + "/move");

        assertThat(page.text()).containsSubsequence("With \u2068Mira", time(1), "With somebody else", time(2), "Jonas");
        assertThat(page.text()).doesNotContain(value(start, Kreuzberg.MIRA));
        assertThat(CLINIC.asked("GET", "/slots"))
                .hasSize(2)
                .allSatisfy(search -> assertThat(search.getUrl()).contains("moving=" + id, "minutes=60"));
    }

    @Test
    void aChosenTimeIsBookedInTheOldOnesPlace() {
        offersTwoTimes();
        String seal = seal("/move");
        CLINIC.takes(appointment("/reschedule"), Kreuzberg.visit(id, 4, AppointmentStatus.BOOKED, start));

        Answer answer = post("/move", "form=" + seal + "&time=" + value(start.plusSeconds(7200), Kreuzberg.JONAS));

        assertThat(answer.header("Location")).endsWith("?done=moved");
        var sent = CLINIC.asked("POST", "/reschedule").getFirst();
        assertThat(sent.getHeader("If-Match")).isEqualTo("\"3\"");
        var body = JsonMapper.shared().readTree(sent.getBodyAsString());
        assertThat(Instant.parse(body.path("start").asString())).isEqualTo(start.plusSeconds(7200));
        assertThat(body.path("therapistId").asString()).isEqualTo(Kreuzberg.JONAS.toString());
        assertThat(body.path("cause").asString()).isEqualTo("client-asked");
    }

    @Test
    void aTimeThatIsGoneIsSaidInWordsAndTheListIsFresh() {
        offersTwoTimes();
        String seal = seal("/move");
        CLINIC.refuses(appointment("/reschedule"), 409, "slot-taken");
        CLINIC.says("/api/v1/slots", Kreuzberg.slots(Kreuzberg.MIRA, start.plusSeconds(10800)));
        CLINIC.says(
                "/api/v1/slots",
                "therapist",
                "" + Kreuzberg.MIRA,
                Kreuzberg.slots(Kreuzberg.MIRA, start.plusSeconds(10800)));

        Answer answer = post("/move", "form=" + seal + "&time=" + value(start.plusSeconds(3600), Kreuzberg.MIRA));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text())
                .contains("Somebody was faster")
                .contains(value(start.plusSeconds(10800), Kreuzberg.MIRA))
                .doesNotContain(value(start.plusSeconds(3600), Kreuzberg.MIRA));
    }

    @Test
    void aVisitThatChangedInTheMeantimeIsShownAsItStands() {
        String seal = seal("");
        CLINIC.refuses(appointment("/cancellation"), 412, "version-mismatch");
        stands(5, AppointmentStatus.CONFIRMED);

        Answer answer = post("/cancellation", "form=" + seal);

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.text()).contains("has changed in the meantime", "Confirmed");
    }

    @Test
    void cancellingAsksOnceMoreAndThenDoesIt() {
        Answer asked = client().get("/visit/" + token + "/cancellation");
        assertThat(asked.text()).contains("Cancel this visit?", "others can book it");
        CLINIC.takes(appointment("/cancellation"), Kreuzberg.visit(id, 4, AppointmentStatus.CANCELLED, start));

        Answer answer = post("/cancellation", "form=" + sealOf(asked));

        assertThat(answer.header("Location")).endsWith("?done=cancelled");
        assertThat(CLINIC.asked("POST", "/cancellation").getFirst().getBodyAsString())
                .contains("client-asked");
    }

    @Test
    void whoWasAskedBeforeItWasLateIsAskedAgainWithTheWarning() {
        String early = sealOf(client().get("/visit/" + token + "/cancellation"));
        start = clock.instant().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MINUTES);
        stands(3, AppointmentStatus.BOOKED);
        CLINIC.takes(appointment("/cancellation"), Kreuzberg.visit(id, 4, AppointmentStatus.CANCELLED, start));

        Answer again = post("/cancellation", "form=" + early);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text())
                .contains("the time to cancel early ran out. Nothing was changed.")
                .contains("Your visit begins in less than 24 hours.", "Yes, cancel it");
        assertThat(CLINIC.changes()).isEmpty();
        assertThat(post("/cancellation", "warned=true&form=" + sealOf(again)).header("Location"))
                .endsWith("?done=cancelled");
        assertThat(again.text()).contains("name=\"warned\" value=\"true\"");
    }

    @Test
    void aCancelledVisitOffersNothingButTheWordToStrikeIt() {
        stands(4, AppointmentStatus.CANCELLED);

        assertThat(client().get("/visit/" + token).text())
                .contains("Cancelled", "Strike it from my calendar")
                .doesNotContain("/move", "/cancellation");
        assertThat(client().get("/visit/" + token + "/move").text()).doesNotContain("name=\"time\"");
        assertThat(client().get("/visit/" + token + "/calendar.ics").text())
                .contains("STATUS:CANCELLED", "DESCRIPTION:This visit is cancelled.")
                .doesNotContain("To move or cancel");
        assertThat(client().get("/visit/" + token + "/calendar.ics?lang=de").text())
                .contains("DESCRIPTION:Dieser Termin ist abgesagt.")
                .doesNotContain("Verschieben");
    }

    @Test
    void theCalendarFileIsOne() {
        Answer file = client().get("/visit/" + token + "/calendar.ics");

        assertThat(file.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"visit.ics\"");
        assertThat(file.text())
                .contains(
                        "UID:" + id,
                        "SEQUENCE:3",
                        "DTSTART;TZID=Europe/Berlin:",
                        "SUMMARY:Swedish massage at Kreuzberg");
    }

    @Test
    void theCalendarFileLeadsToTheConfiguredAddressWhateverTheCallerSaysToHaveCalled() {
        Answer file = client().with("X-Forwarded-Host", "evil.example.com")
                .with("X-Forwarded-Port", "666")
                .with("Forwarded", "host=evil.example.com")
                .get("/visit/" + token + "/calendar.ics");

        assertThat(file.text().replace("\r\n ", ""))
                .contains("https://front-desk.test/visit/" + token)
                .doesNotContain("evil", "666", "localhost");
    }

    @Test
    void whateverAProxyNotesOfACallerThePageIsShown() {
        for (String noted : List.of(
                "1.2.3.4:5678",
                "[2001:db8::1]:443",
                "2001:db8::1",
                "unknown",
                "evil.example.com",
                "",
                ",,",
                "1.2.3.4, unknown",
                "1".repeat(5_000))) {
            assertThat(client().with("X-Forwarded-For", noted)
                            .get("/visit/" + token)
                            .status())
                    .as(noted)
                    .isEqualTo(200);
        }
    }

    @Test
    void whoGuessesLinksIsShutOutByTheAddressThatTheProxyNoted() {
        Http guesser = client().with("X-Forwarded-For", "198.51.100.9, 192.0.2.66:4711");
        for (int guess = 0; guess < 60; guess++) {
            assertThat(guesser.get("/visit/nonsense").status()).isEqualTo(404);
        }

        assertThat(guesser.get("/visit/nonsense").status()).isEqualTo(429);
        assertThat(client().with("X-Forwarded-For", "192.0.2.67")
                        .get("/visit/nonsense")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aLinkThatOpensNothingSaysNothingMore() {
        String forged = token.substring(0, 41) + (token.endsWith("A") ? "Q" : "A");
        String expired = links.sign(id.value(), clock.instant().minusSeconds(7200));
        List<Answer> pages = List.of(
                client().get("/visit/" + forged),
                client().get("/visit/" + expired),
                client().get("/visit/nonsense"),
                client().get("/visit/nonsense/move"),
                client().get("/visit/nonsense/calendar.ics"));

        assertThat(pages).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.text()).isEqualTo(pages.getFirst().text()).contains("call your clinic", "+49 30 1234");
        });
        assertThat(CLINIC.asked("GET", "")).isEmpty();
    }

    @Test
    void aGoodLinkToAVisitThatIsNoMoreIsGone() {
        String gone = links.sign(UUID.randomUUID(), start);

        assertThat(client().get("/visit/" + gone).status()).isEqualTo(410);
    }

    @Test
    void aServiceThatIsDownIsSaidCalmly() {
        CLINIC.isDown();

        Answer page = client().get("/visit/" + token);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("We cannot show your visit right now");
    }

    private void stands(long version, AppointmentStatus status) {
        CLINIC.says(appointment(""), Kreuzberg.visit(id, version, status, start));
    }

    private void offersTwoTimes() {
        CLINIC.says(
                "/api/v1/slots", Kreuzberg.slots(Kreuzberg.JONAS, start.plusSeconds(3600), start.plusSeconds(7200)));
        CLINIC.says(
                "/api/v1/slots",
                "therapist",
                "" + Kreuzberg.MIRA,
                Kreuzberg.slots(Kreuzberg.MIRA, start, start.plusSeconds(3600)));
    }

    private String appointment(String noun) {
        return "/api/v1/appointments/" + id + noun;
    }

    private String seal(String page) {
        return sealOf(client().get("/visit/" + token + page));
    }

    private static String sealOf(Answer page) {
        var seal = SEAL.matcher(page.text());
        assertThat(seal.find()).as(page.text()).isTrue();
        return seal.group(1);
    }

    private Answer post(String path, String form) {
        return client().post("/visit/" + token + path, form, "Content-Type", "application/x-www-form-urlencoded");
    }

    private Http client() {
        return Http.at(port).with("Accept", "text/html");
    }

    private String time(int hours) {
        return start.plus(Duration.ofHours(hours))
                .atZone(Kreuzberg.ZONE)
                .toLocalTime()
                .toString();
    }

    private static String value(Instant start, Object therapist) {
        return URLEncoder.encode(start + "_" + therapist, StandardCharsets.UTF_8)
                .replace("%3A", ":");
    }
}
