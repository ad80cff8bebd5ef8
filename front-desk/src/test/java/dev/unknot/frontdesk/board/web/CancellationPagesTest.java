package dev.unknot.frontdesk.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.CancellationView;
import dev.unknot.common.appointment.HistoryEntryView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.frontdesk.FakeClinic;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Kreuzberg;
import dev.unknot.frontdesk.Staff;
import dev.unknot.frontdesk.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@FrontDeskTest
class CancellationPagesTest {

    private static final FakeClinic CLINIC = new FakeClinic();
    private static @Nullable Visitor olga;
    private static @Nullable Visitor tara;

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    private final AppointmentId id = Kreuzberg.anId();
    private Instant start = Instant.EPOCH;
    private String visit = "";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
    }

    @BeforeEach
    void annaComesInTwoDays() {
        start = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(58));
        visit = "/appointments/" + id;
        CLINIC.reset();
        CLINIC.says("/api/v1/locations", ItemList.all(List.of(Kreuzberg.clinic())));
        CLINIC.says("/api/v1/locations/" + Kreuzberg.ID, Kreuzberg.clinic());
        CLINIC.says(
                "/api/v1/locations/" + Kreuzberg.ID + "/workday",
                ItemList.all(List.of(new WorkdayView(
                        Kreuzberg.MIRA,
                        "Mira",
                        List.of(new TimeRange(start.minusSeconds(7_200), start.plusSeconds(7_200))),
                        List.of()))));
        CLINIC.says("/api/v1/blocks", ItemList.all(List.of()));
        CLINIC.says("/api/v1/treatments", ItemList.all(List.of(Kreuzberg.swedish())));
        CLINIC.says("/api/v1/treatments/" + Kreuzberg.SWEDISH, Kreuzberg.swedish());
        CLINIC.says("/api/v1/therapists/" + Staff.TARA_ID, Kreuzberg.therapist(Kreuzberg.MIRA, "Tara"));
        CLINIC.says(
                "/api/v1/clients",
                ItemList.all(List.of(new ClientView(Kreuzberg.ANNA, 1, "Anna Arnold", null, "+493012345", "de"))));
        CLINIC.says("/api/v1/messages", ItemList.all(List.of()));
        CLINIC.says("/api/v1" + visit + "/history", ItemList.all(List.of()));
        stands(Kreuzberg.visit(id, 4, AppointmentStatus.BOOKED, start));
    }

    @Test
    void aCancelledVisitIsFoundBesideItsDayWithWhoAndWhy() {
        assertThat(desk().get(board()).text()).doesNotContain("cancelled visit");

        stands(cancelledBy("front-desk:" + accountOf(Staff.DARIO)));

        assertThat(plain(desk().get(board()).text()))
                .contains("1 cancelled visit", "Anna Arnold, Swedish massage with Mira.")
                .contains("Cancelled by Dario Desk on", "the therapist is ill")
                .doesNotContain(accountOf(Staff.DARIO).toString(), Staff.DARIO.email());
        assertThat(desk().get(board()).text()).contains("data-open=\"" + visit + "\"");
    }

    @Test
    void aCancellationIsTakenBackForAsLongAsTheVisitIsAhead() {
        stands(cancelledBy("client:" + id));

        assertThat(plain(desk().get(visit).text()))
                .contains("Cancelled by the client on", "the therapist is ill", "Rang at nine.")
                .contains("Take the cancellation back");
    }

    @Test
    void nobodyTakesTheCancellationBackForWhoIsErased() {
        stands(cancelledBy("client:" + id));
        CLINIC.says("/api/v1/clients", ItemList.all(List.of()));

        assertThat(plain(desk().get(visit).text()))
                .contains("Erased client", "Cancelled by the client on")
                .doesNotContain("Take the cancellation back");
    }

    @Test
    void aRefusedCancellationAsksAgainWithWhatWasSaid() {
        CLINIC.refuses("/api/v1" + visit + "/cancellation", 409, "version-mismatch");

        String refused = desk().post(
                        visit + "/cancellation",
                        Map.of("version", "3", "cause", "therapist-ill", "note", "Rang <at> nine."))
                .text();

        assertThat(refused)
                .contains("Somebody changed this visit in the meantime.", "Cancel this visit?")
                .contains(">Rang &lt;at&gt; nine.</textarea>", "value=\"therapist-ill\" selected")
                .contains("name=\"version\" value=\"4\"");
    }

    @Test
    void cancellingAsksWhatAndWhyAndWarnsWhenItIsLate() {
        String early = plain(desk().get(visit + "/cancellation").text());
        start = clock.instant().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MINUTES);
        stands(Kreuzberg.visit(id, 4, AppointmentStatus.BOOKED, start));
        String late = plain(desk().get(visit + "/cancellation").text());

        assertThat(early)
                .contains("Cancel this visit?", "Anna Arnold", "Swedish massage", "Keep it")
                .doesNotContain("less than");
        assertThat(late).contains("The visit begins in less than 24 hours.", "cancelled late");
        assertThat(CLINIC.changes()).isEmpty();
    }

    @Test
    void whoWasAskedBeforeItWasLateIsAskedAgainWithTheWarning() {
        start = clock.instant().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MINUTES);
        stands(Kreuzberg.visit(id, 4, AppointmentStatus.BOOKED, start));
        CLINIC.takes("/api/v1" + visit + "/cancellation", cancelledBy("client:" + id));

        String again = desk().post(
                        visit + "/cancellation", Map.of("version", "4", "cause", "client-asked", "note", "rang"))
                .text();

        assertThat(plain(again))
                .contains("the client’s time to cancel early ran out. Nothing was changed.")
                .contains("The visit begins in less than 24 hours.", "rang");
        assertThat(again).contains("name=\"warned\" value=\"true\"", "value=\"client-asked\" selected");
        assertThat(CLINIC.changes()).isEmpty();
        var cancelled =
                desk().post(visit + "/cancellation", Map.of("version", "4", "cause", "client-asked", "warned", "true"));
        assertThat(CLINIC.asked("POST", "/cancellation")).hasSize(1);
    }

    @Test
    void whatTheClinicCancelsIsNeverTheClientsLateCancellation() {
        start = clock.instant().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MINUTES);
        stands(Kreuzberg.visit(id, 4, AppointmentStatus.BOOKED, start));
        CLINIC.takes("/api/v1" + visit + "/cancellation", cancelledBy("client:" + id));

        var cancelled = desk().post(visit + "/cancellation", Map.of("version", "4", "cause", "therapist-ill"));

        assertThat(CLINIC.asked("POST", "/cancellation")).hasSize(1);
    }

    @Test
    void cancellingAVisitOfTwoNamesBothAndBothTherapists() {
        CLINIC.says(
                "/api/v1/locations/" + Kreuzberg.ID + "/workday",
                ItemList.all(List.of(
                        new WorkdayView(Kreuzberg.MIRA, "Mira", List.of(), List.of()),
                        new WorkdayView(Kreuzberg.JONAS, "Jonas", List.of(), List.of()))));
        CLINIC.says(
                "/api/v1/clients",
                ItemList.all(List.of(
                        new ClientView(Kreuzberg.BERND, 1, "Bernd Bär", null, "+4930777", "de"),
                        new ClientView(Kreuzberg.ANNA, 1, "Anna Arnold", null, "+493012345", "de"))));
        stands(Kreuzberg.of(
                Kreuzberg.visit(id, 4, AppointmentStatus.BOOKED, start),
                new Participant(Kreuzberg.ANNA, Kreuzberg.MIRA),
                new Participant(Kreuzberg.BERND, Kreuzberg.JONAS)));

        String asked = desk().get(visit + "/cancellation").text();

        assertThat(asked).contains("<bdi>Anna Arnold</bdi>", "<bdi>Bernd Bär</bdi>");
        assertThat(asked).contains("<bdi>Mira</bdi>", "<bdi>Jonas</bdi>");
        assertThat(plain(asked)).contains("Anna Arnold, Bernd Bär", "Swedish massage with Mira, Jonas");
    }

    @Test
    void whatIsConfirmedIsCancelledWithItsReason() {
        CLINIC.takes("/api/v1" + visit + "/cancellation", cancelledBy("client:" + id));

        var answer =
                desk().post(visit + "/cancellation", Map.of("version", "4", "cause", "client-asked", "note", " rang "));

        assertThat(answer.header("HX-Trigger")).isEqualTo("board-changed");
        assertThat(CLINIC.asked("POST", "/cancellation").getFirst().getBodyAsString())
                .contains("\"client-asked\"", "\"rang\"");
    }

    @Test
    void whatIsCancelledAlreadyIsShownInsteadOfAskedAbout() {
        stands(cancelledBy("client:" + id));

        assertThat(desk().get(visit + "/cancellation").text())
                .contains("Take the cancellation back")
                .doesNotContain("Cancel this visit?");
    }

    @Test
    void theHistorySaysWhoByName() {
        CLINIC.says(
                "/api/v1" + visit + "/history",
                ItemList.all(List.of(
                        did("booked", "front-desk:" + accountOf(Staff.DARIO)),
                        did("confirmed", "client:" + id),
                        did("rescheduled", "therapist:" + Staff.TARA_ID),
                        did("amended", "front-desk:" + UUID.randomUUID()),
                        did("displaced", "service:booking-service"),
                        did("held", "integration:abc-program"))));

        assertThat(plain(desk().get(visit).text()))
                .contains("· Dario Desk", "· the client", "· Tara Therapist", "· the front desk", "· Unknot")
                .contains("· a connected program")
                .doesNotContain("abc-program");
    }

    @Test
    void aTherapistSeesWhatWasCancelledOfTheDayAndCannotTakeItBack() {
        stands(cancelledBy("front-desk:" + accountOf(Staff.DARIO)));

        String page =
                plain(tara().get("/diary?date=" + start.atZone(Kreuzberg.ZONE).toLocalDate())
                        .text());

        assertThat(page)
                .contains("Cancelled by Dario Desk on", "No visits on this day.")
                .doesNotContain("/undo");
    }

    private void stands(AppointmentView appointment) {
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of(appointment)));
        CLINIC.says("/api/v1/appointments/" + id, appointment);
    }

    private AppointmentView cancelledBy(String actor) {
        AppointmentView was = Kreuzberg.visit(id, 5, AppointmentStatus.CANCELLED, start);
        return new AppointmentView(
                was.id(),
                was.version(),
                was.revision(),
                was.status(),
                was.participants(),
                was.treatmentId(),
                was.minutes(),
                was.locationId(),
                was.zone(),
                was.roomId(),
                was.start(),
                was.end(),
                was.localStart(),
                was.price(),
                was.waived(),
                null,
                null,
                new CancellationView(clock.instant(), actor, "therapist-ill", "Rang at nine.", false));
    }

    private HistoryEntryView did(String what, String actor) {
        return new HistoryEntryView(
                1,
                "dev.unknot.appointment." + what + ".v1",
                clock.instant(),
                actor,
                null,
                AppointmentStatus.BOOKED,
                start,
                null,
                List.of());
    }

    private UUID accountOf(Staff staff) {
        return database.sql("SELECT id FROM accounts WHERE email = ?")
                .param(staff.email())
                .query(UUID.class)
                .single();
    }

    private String board() {
        return "/board?location=" + Kreuzberg.ID + "&date="
                + start.atZone(Kreuzberg.ZONE).toLocalDate();
    }

    /** As it is read, without its marks. */
    private static String plain(String page) {
        return page.replaceAll("</?(bdi|span|strong|s)[^>]*>", "").replaceAll("\\s+", " ");
    }

    private Visitor desk() {
        if (olga == null) {
            olga = Visitor.signedIn(port, Staff.OLGA);
        }
        return olga;
    }

    private Visitor tara() {
        if (tara == null) {
            tara = Visitor.signedIn(port, Staff.TARA);
        }
        return tara;
    }
}
