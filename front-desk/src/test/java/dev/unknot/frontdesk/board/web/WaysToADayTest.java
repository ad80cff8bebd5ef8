package dev.unknot.frontdesk.board.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.ClosureId;
import dev.unknot.common.location.ClosureView;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.WeeklyHours;
import dev.unknot.common.terms.MenuView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.frontdesk.FakeClinic;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Kreuzberg;
import dev.unknot.frontdesk.Staff;
import dev.unknot.frontdesk.Visitor;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** How somebody comes to a day and what they carry away from it. */
@FrontDeskTest
class WaysToADayTest {

    private static final FakeClinic CLINIC = new FakeClinic();
    private static final LocationId ABBEY = LocationId.of("01900000-0000-7000-8000-0000000000a1");
    private static @Nullable Visitor olga;

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    private final AppointmentId id = Kreuzberg.anId();
    private LocalDate day = LocalDate.EPOCH;
    private Instant start = Instant.EPOCH;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
    }

    @BeforeEach
    void miraWorksInTwoDaysAndAnnaComes() {
        day = LocalDate.ofInstant(clock.instant(), Kreuzberg.ZONE).plusDays(2);
        start = day.atTime(10, 0).atZone(Kreuzberg.ZONE).toInstant();
        CLINIC.reset();
        stand(place(Kreuzberg.ID, "Kreuzberg", "DE"));
        for (LocationId place : List.of(Kreuzberg.ID, ABBEY)) {
            CLINIC.says(
                    "/api/v1/locations/" + place + "/workday",
                    ItemList.all(List.of(new WorkdayView(
                            Kreuzberg.MIRA,
                            "Mira",
                            List.of(new TimeRange(start.minusSeconds(7_200), start.plusSeconds(7_200))),
                            List.of()))));
            CLINIC.says("/api/v1/locations/" + place + "/menu", new MenuView(place, 0, List.of(), List.of()));
        }
        CLINIC.says("/api/v1/blocks", ItemList.all(List.of()));
        CLINIC.says("/api/v1/slots", ItemList.all(List.of()));
        CLINIC.says("/api/v1/treatments", ItemList.all(List.of(Kreuzberg.swedish())));
        CLINIC.says("/api/v1/treatments/" + Kreuzberg.SWEDISH, Kreuzberg.swedish());
        CLINIC.says("/api/v1/therapists/" + Kreuzberg.MIRA, Kreuzberg.therapist(Kreuzberg.MIRA, "Mira"));
        CLINIC.says("/api/v1/therapists/" + Staff.TARA_ID, Kreuzberg.therapist(Kreuzberg.MIRA, "Tara"));
        CLINIC.says(
                "/api/v1/clients",
                ItemList.all(List.of(new ClientView(Kreuzberg.ANNA, 1, "עדי Arnold", null, "+493012345", "de"))));
        CLINIC.says(
                "/api/v1/appointments", ItemList.all(List.of(Kreuzberg.visit(id, 4, AppointmentStatus.BOOKED, start))));
    }

    @Test
    void theMenusBoardLeadsBackToTheDayAndThePlace() {
        stand(place(ABBEY, "Abbey", "GB"), place(Kreuzberg.ID, "Kreuzberg", "DE"));
        var unused = desk().get("/board?location=" + Kreuzberg.ID + "&date=" + day);

        assertThat(desk().get("/board").text())
                .contains("<h1>Kreuzberg</h1>")
                .contains("name=\"date\" value=\"" + day + "\"");
    }

    @Test
    void aBoardOfAPlaceThatIsNoLongerTheirsIsForgotten() {
        stand(place(ABBEY, "Abbey", "GB"), place(Kreuzberg.ID, "Kreuzberg", "DE"));
        var unused = desk().get("/board?location=" + Kreuzberg.ID + "&date=" + day);
        stand(place(ABBEY, "Abbey", "GB"));

        assertThat(desk().get("/board").text()).contains("<h1>Abbey</h1>");
    }

    @Test
    void theDaySheetHasAllThatIsNeededWithoutAScreen() {
        String sheet = desk().get("/board/sheet?location=" + Kreuzberg.ID + "&date=" + day)
                .text();

        assertThat(sheet)
                .contains("10:00–11:00", "<bdi>עדי Arnold</bdi>", "+493012345", "Swedish massage, 60 min", "Room 1")
                .contains("<bdi>Mira</bdi>");
        assertThat(desk().get("/board/sheet?location=" + Kreuzberg.ID + "&date=" + day + "&therapist="
                                + Kreuzberg.JONAS)
                        .text())
                .doesNotContain("Arnold");
        assertThat(desk().get("/board?location=" + Kreuzberg.ID + "&date=" + day)
                        .text())
                .contains("/board/sheet?location=" + Kreuzberg.ID + "&amp;date=" + day);
    }

    @Test
    void aTherapistPrintsTheirOwnDay() {
        CLINIC.says(
                "/api/v1/appointments",
                ItemList.all(List.of(
                        Kreuzberg.visit(id, 4, AppointmentStatus.CONFIRMED, start, TherapistId.of(Staff.TARA_ID)))));
        Visitor tara = Visitor.signedIn(port, Staff.TARA);

        assertThat(tara.get("/diary?date=" + day).text()).contains("/diary/sheet?date=" + day);
        assertThat(tara.get("/diary/sheet?date=" + day).text())
                .contains("10:00–11:00", "עדי Arnold", "+493012345", "Swedish massage, 60 min", "Room 1", "Confirmed");
        assertThat(tara.get("/board/sheet?location=" + Kreuzberg.ID + "&date=" + day)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aClosedDaySaysSoAndWhenItOpens() {
        LocationView open = place(Kreuzberg.ID, "Kreuzberg", "DE");
        CLINIC.says(
                "/api/v1/locations/" + Kreuzberg.ID + "/workday",
                ItemList.all(List.of(new WorkdayView(Kreuzberg.MIRA, "Mira", List.of(), List.of()))));
        CLINIC.says(
                "/api/v1/locations/" + Kreuzberg.ID + "/closures",
                ItemList.all(List.of(new ClosureView(
                        new ClosureId(UUID.randomUUID()),
                        Kreuzberg.ID,
                        null,
                        day.atStartOfDay(Kreuzberg.ZONE).toInstant(),
                        day.plusDays(2).atStartOfDay(Kreuzberg.ZONE).toInstant(),
                        "stock-taking"))));

        String board =
                desk().get("/board?location=" + open.id() + "&date=" + day).text();

        assertThat(board)
                .containsPattern("Closed on this day: stock taking\\. It opens next on \\w+, "
                        + day.plusDays(2).getDayOfMonth() + " \\w+ \\d+ at 09:00\\.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE:de", "AT:de", "US:en", "FR:en"})
    void aNewClientIsWrittenToInThePlacesLanguage(String countryAndLanguage) {
        String[] of = countryAndLanguage.split(":", 2);
        stand(place(Kreuzberg.ID, "Kreuzberg", of[0]));

        assertThat(desk().get("/board/slot?location=" + Kreuzberg.ID + "&therapist=" + Kreuzberg.MIRA + "&start="
                                + start)
                        .text())
                .contains("<option value=\"" + of[1] + "\" selected=\"selected\">");
    }

    @Test
    void answersComePackedAndNoneIsKeptBackByThat() throws Exception {
        HttpResponse<byte[]> page = packed("/sign-in");

        assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(page.body()))) {
            assertThat(new String(unpacked.readAllBytes(), UTF_8)).contains("Sign in to Unknot");
        }
        String html = desk().get("/board").text();
        List<String> files = Pattern.compile("(?:href|src)=\"(/(?:css|js|webjars)/[^\"]+)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .filter(address -> Arrays.asList("board", "htmx.min", "board-moves").stream()
                        .anyMatch(address::contains))
                .toList();
        assertThat(files).hasSizeGreaterThan(3);
        for (String file : files) {
            assertThat(packed(file).headers().firstValue("Content-Encoding"))
                    .as(file)
                    .contains("gzip");
        }
    }

    private HttpResponse<byte[]> packed(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Accept-Encoding", "gzip")
                                .header("Accept", "text/html,*/*")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void stand(LocationView... places) {
        CLINIC.says("/api/v1/locations", ItemList.all(List.of(places)));
        for (LocationView place : places) {
            CLINIC.says("/api/v1/locations/" + place.id(), place);
        }
    }

    /** Open every day from nine to six. */
    private static LocationView place(LocationId id, String name, String country) {
        LocationView like = Kreuzberg.clinic();
        return new LocationView(
                id,
                1,
                name,
                like.zone(),
                new Address("Bergmannstraße 1", "10961", "Berlin", country),
                like.phone(),
                Arrays.stream(DayOfWeek.values())
                        .map(weekday -> new WeeklyHours(weekday, LocalTime.of(9, 0), LocalTime.of(18, 0)))
                        .toList(),
                like.rooms());
    }

    /** Signed in once: the hash of a password takes its time. */
    private Visitor desk() {
        Visitor signedIn = olga;
        if (signedIn == null) {
            signedIn = Visitor.signedIn(port, Staff.OLGA);
            olga = signedIn;
        }
        return signedIn;
    }
}
