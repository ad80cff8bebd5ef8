package dev.unknot.frontdesk.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.terms.MenuView;
import dev.unknot.frontdesk.FakeClinic;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Kreuzberg;
import dev.unknot.frontdesk.Staff;
import dev.unknot.frontdesk.Visitor;
import dev.unknot.platform.test.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Mira is taken, and somebody shall come to her all the same. */
@FrontDeskTest
class OverbookingPagesTest {

    private static final FakeClinic CLINIC = new FakeClinic();
    private static final String BOOKING = "/api/v1/appointments";
    private static final Map<String, String> INSISTING = Map.of("waive", "overbooked", "reason", " twins ");
    private static @Nullable Visitor olga;
    private static @Nullable Visitor dario;

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    private final AppointmentId id = Kreuzberg.anId();
    private final String move = BOOKING + "/" + id + "/reschedule";
    private final String amendment = BOOKING + "/" + id + "/amendment";
    private Instant start = Instant.EPOCH;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
    }

    @BeforeEach
    void miraIsTaken() {
        start = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(34));
        var anna = new ClientView(Kreuzberg.ANNA, 1, "Anna", null, "+493012345", "de");
        CLINIC.reset();
        CLINIC.says("/api/v1/locations/" + Kreuzberg.ID, Kreuzberg.clinic());
        CLINIC.says("/api/v1/locations/" + Kreuzberg.ID + "/workday", ItemList.all(List.of()));
        CLINIC.says("/api/v1/locations/" + Kreuzberg.ID + "/menu", new MenuView(Kreuzberg.ID, 0, List.of(), List.of()));
        CLINIC.says("/api/v1/therapists/" + Kreuzberg.MIRA, Kreuzberg.therapist(Kreuzberg.MIRA, "Mira"));
        CLINIC.says("/api/v1/treatments", ItemList.all(List.of(Kreuzberg.swedish())));
        CLINIC.says("/api/v1/clients", ItemList.all(List.of(anna)));
        CLINIC.says("/api/v1/clients/" + Kreuzberg.ANNA, anna);
        CLINIC.says("/api/v1/messages", ItemList.all(List.of()));
        CLINIC.says(BOOKING + "/" + id + "/history", ItemList.all(List.of()));
        CLINIC.says(BOOKING + "/" + id, visit());
        for (String path : List.of(BOOKING, move, amendment)) {
            CLINIC.refuses(path, 409, "slot-taken");
        }
    }

    @Test
    void aBookingIsOfferedOnceMoreWithAReason() {
        CLINIC.takesTried(BOOKING, visit());

        assertThat(book(Map.of()).text())
                .contains("A sentence about slot-taken.", "Reason to give the therapist’s time twice", "Book anyway")
                .contains("name=\"waive\" value=\"overbooked\"");
        assertThat(CLINIC.asked("POST", "/appointments").getLast().getUrl()).contains("dryRun=true");
    }

    @Test
    void whatElseStandsInTheWayCannotBeInsistedOn() {
        assertThat(book(Map.of()).text())
                .contains("A sentence about slot-taken.")
                .doesNotContain("twice", "anyway");
    }

    @Test
    void aSoftRuleBesideItIsSetAsideNext() {
        CLINIC.refusesWith("whether it could be done", BOOKING, 422, "therapist-day-limit");

        assertThat(book(Map.of()).text()).contains("Book anyway", "value=\"overbooked\"");
    }

    @Test
    void theReasonTravelsAndIsNoRuleThatIsSetAside() {
        CLINIC.takes(BOOKING, visit());

        assertThat(book(INSISTING).header("HX-Trigger")).contains("dialog-done");
        assertThat(CLINIC.asked("POST", "/appointments").getFirst().getBodyAsString())
                .contains("\"overbook\":\"twins\"", "\"waive\":[]");
    }

    @Test
    void aMoveIsOfferedOnceMoreWithAReason() {
        CLINIC.takesTried(move, visit());

        assertThat(move(olga(), Map.of()).text()).contains("Move anyway", "Reason to give the therapist’s time twice");
    }

    @Test
    void aDropContinuesInTheDialogAndIsTriedWithTheTimeGivenTwice() {
        CLINIC.refusesWith("whether it could be done", move, 422, "therapist-day-limit");

        Answer asked = move("/trial", olga(), Map.of());

        assertThat(asked.header("HX-Retarget")).isEqualTo("#dialog-body");
        assertThat(asked.text()).contains("Move anyway", "value=\"overbooked\"", "value=\"therapist-day-limit\"");
    }

    @Test
    void aMoveIsInsistedOn() {
        CLINIC.takes(move, visit());

        assertThat(move(olga(), INSISTING).header("HX-Trigger")).contains("dialog-done");
        assertThat(CLINIC.asked("POST", "/reschedule").getFirst().getBodyAsString())
                .contains("\"overbook\":\"twins\"");
    }

    @Test
    void aLongerVisitIsInsistedOn() {
        CLINIC.takesTried(amendment, visit());

        assertThat(amend(Map.of()).text())
                .contains("Change anyway", "Reason to give the therapist’s time twice")
                .doesNotContain("Move anyway");

        CLINIC.takes(amendment, visit());
        assertThat(amend(INSISTING).text()).contains("Changed to");
        assertThat(CLINIC.asked("POST", "/amendment").getLast().getBodyAsString())
                .contains("\"overbook\":\"twins\"");
    }

    @Test
    void aFrontDeskIsNotOfferedIt() {
        CLINIC.takesTried(move, visit());

        Answer refused = move(dario(), Map.of());

        assertThat(refused.text()).contains("A sentence about slot-taken.").doesNotContain("twice", "anyway");
        assertThat(CLINIC.changes()).hasSize(1);
    }

    private AppointmentView visit() {
        return Kreuzberg.visit(id, 4, AppointmentStatus.BOOKED, start);
    }

    private Answer book(Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "location", Kreuzberg.ID.toString(),
                "therapist", Kreuzberg.MIRA.toString(),
                "start", start.toString(),
                "offer", Kreuzberg.SWEDISH + ":60",
                "client", Kreuzberg.ANNA.toString()));
        form.putAll(more);
        return olga().post("/board/bookings", form);
    }

    private Answer move(Visitor desk, Map<String, String> more) {
        return move("", desk, more);
    }

    private Answer move(String step, Visitor desk, Map<String, String> more) {
        var form = new HashMap<>(
                Map.of("version", "4", "therapist", Kreuzberg.MIRA.toString(), "start", start.toString()));
        form.putAll(more);
        return desk.post("/appointments/" + id + "/move" + step, form);
    }

    private Answer amend(Map<String, String> more) {
        var form = new HashMap<>(Map.of("version", "4", "offer", Kreuzberg.SWEDISH + ":90"));
        form.putAll(more);
        return olga().post("/appointments/" + id + "/amendment", form);
    }

    /** Signed in once: the hash of a password takes its time. */
    private Visitor olga() {
        Visitor known = olga;
        olga = known == null ? Visitor.signedIn(port, Staff.OLGA).asScript() : known;
        return olga;
    }

    private Visitor dario() {
        Visitor known = dario;
        dario = known == null ? Visitor.signedIn(port, Staff.DARIO).asScript() : known;
        return dario;
    }
}
