package dev.unknot.frontdesk.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.KnockOnView;
import dev.unknot.common.client.ClientView;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A session of an hour that runs late, and Anna who comes after it. */
@FrontDeskTest
class LatePagesTest {

    private static final FakeClinic CLINIC = new FakeClinic();
    private static final Duration HOUR = Duration.ofHours(1);
    private static @Nullable Visitor dario;

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    private final AppointmentId id = Kreuzberg.anId();
    private final AppointmentId next = Kreuzberg.anId();
    private final String visit = "/api/v1/appointments/" + id;
    private Instant start = Instant.EPOCH;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
    }

    @BeforeEach
    void aSessionIsUnderWay() {
        start = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(34));
        CLINIC.reset();
        CLINIC.says("/api/v1/locations/" + Kreuzberg.ID, Kreuzberg.clinic());
        CLINIC.says("/api/v1/locations/" + Kreuzberg.ID + "/workday", ItemList.all(List.of()));
        CLINIC.says("/api/v1/treatments", ItemList.all(List.of(Kreuzberg.swedish())));
        CLINIC.says(
                "/api/v1/clients",
                ItemList.all(List.of(new ClientView(Kreuzberg.ANNA, 1, "Anna <Arnold>", null, "+493012345", "de"))));
        CLINIC.says("/api/v1/messages", ItemList.all(List.of()));
        CLINIC.says(visit + "/history", ItemList.all(List.of()));
        CLINIC.says(
                "/api/v1/appointments",
                ItemList.all(List.of(Kreuzberg.visit(next, 2, AppointmentStatus.BOOKED, start.plus(HOUR)))));
        stands(AppointmentStatus.IN_SESSION);
    }

    @Test
    void onlyASessionUnderWayCanEndAtAnotherTime() {
        assertThat(dialog().text()).contains("Ends at another time", "value=\"" + wall(HOUR) + "\"");
        stands(AppointmentStatus.CHECKED_IN);
        assertThat(dialog().text()).contains("Ends at another time");
        stands(AppointmentStatus.BOOKED);
        assertThat(dialog().text()).doesNotContain("Ends at another time");
    }

    @Test
    void anEndThatIsInNobodysWayIsAgreedOnWithoutMovingAnything() {
        CLINIC.says(visit + "/knock-on", ItemList.all(List.of()));

        assertThat(look(HOUR.plusMinutes(10)).text())
                .contains("it is in nobody’s way", "End at " + wall(HOUR.plusMinutes(10)))
                .contains("name=\"shift\" value=\"false\"");
        assertThat(CLINIC.asked("GET", "/knock-on")
                        .getFirst()
                        .queryParameter("end")
                        .firstValue())
                .isEqualTo(start.plus(HOUR).plusSeconds(600).toString());
        assertThat(CLINIC.changes()).isEmpty();
    }

    @Test
    void whoItRunsIntoIsNamedWithTheTimeTheyCouldHave() {
        knocksOn(true);

        assertThat(look(HOUR.plusMinutes(20)).text())
                .contains(wall(HOUR) + " \u2068Anna &lt;Arnold&gt;\u2069: back to " + wall(HOUR.plusMinutes(20)))
                .contains("name=\"shift\" value=\"true\"", "and move the later ones back");
    }

    @Test
    void whatCannotBeMovedBackLeavesNothingToAgreeOn() {
        knocksOn(false);

        assertThat(look(HOUR.plusMinutes(20)).text())
                .contains(": cannot be moved back", "Choose an earlier end")
                .doesNotContain("<button class=\"main\" autofocus", "move the later ones");
    }

    @Test
    void theEndIsSetOnTheVersionThatWasShownAndTheLaterOnesMoveBack() {
        CLINIC.takes(visit + "/overrun", Kreuzberg.visit(id, 5, AppointmentStatus.IN_SESSION, start));

        Answer done = end(HOUR.plusMinutes(20), true);

        assertThat(done.header("HX-Trigger")).contains("board-changed", "dialog-done");
        assertThat(done.text()).contains("The visit ends at", "moved back");
        var asked = CLINIC.asked("POST", "/overrun").getFirst();
        assertThat(asked.getHeader("If-Match")).isEqualTo("\"4\"");
        assertThat(asked.getBodyAsString())
                .contains("\"end\":\"" + start.plus(HOUR).plusSeconds(1_200), "\"shift\":true");
    }

    @Test
    void anEarlierEndMovesNothing() {
        CLINIC.takes(visit + "/overrun", Kreuzberg.visit(id, 5, AppointmentStatus.IN_SESSION, start));

        assertThat(end(Duration.ofMinutes(40), false).text()).doesNotContain("moved back");
        assertThat(CLINIC.asked("POST", "/overrun").getFirst().getBodyAsString())
                .contains("\"end\":\"" + start.plusSeconds(2_400), "\"shift\":false");
    }

    @Test
    void aRefusalIsSaidInTheDialogWithTheEndThatWasTyped() {
        CLINIC.refuses(visit + "/overrun", 409, "slot-taken");

        Answer refused = end(HOUR.plusMinutes(20), false);

        assertThat(refused.header("HX-Trigger")).isEqualTo("board-changed");
        assertThat(refused.text())
                .contains("A sentence about slot-taken.", "value=\"" + wall(HOUR.plusMinutes(20)) + "\"")
                .contains("See what follows");
    }

    @Test
    void whatSomebodyElseChangedIsShownAsItStands() {
        CLINIC.refuses(visit + "/overrun", 412, "version-mismatch");

        assertThat(end(HOUR.plusMinutes(20), false).text()).contains("Somebody changed this visit");
    }

    @Test
    void anEndOfNoTimeIsAskedFor() {
        assertThat(desk().get("/appointments/" + id + "/knock-on?end=").text()).contains("Say when it ends.");
        assertThat(desk().post("/appointments/" + id + "/overrun", Map.of("version", "4", "end", "", "shift", "false"))
                        .text())
                .contains("Say when it ends.");
        assertThat(CLINIC.changes()).isEmpty();
    }

    private void stands(AppointmentStatus status) {
        CLINIC.says(visit, Kreuzberg.visit(id, 4, status, start));
    }

    private void knocksOn(boolean movable) {
        CLINIC.says(
                visit + "/knock-on",
                ItemList.all(List.of(new KnockOnView(
                        next, 2, start.plus(HOUR), start.plus(HOUR).plusSeconds(1_200), movable))));
    }

    private Answer dialog() {
        return desk().get("/appointments/" + id);
    }

    private Answer look(Duration length) {
        return desk().get("/appointments/" + id + "/knock-on?end=" + wall(length));
    }

    private Answer end(Duration length, boolean shift) {
        return desk().post(
                        "/appointments/" + id + "/overrun",
                        Map.of("version", "4", "end", wall(length), "shift", "" + shift));
    }

    /** So long after the start, on the clinic's clock. */
    private String wall(Duration length) {
        return start.plus(length).atZone(Kreuzberg.ZONE).toLocalTime().toString();
    }

    /** Signed in once: the hash of a password takes its time. */
    private Visitor desk() {
        Visitor known = dario;
        dario = known == null ? Visitor.signedIn(port, Staff.DARIO) : known;
        return dario;
    }
}
