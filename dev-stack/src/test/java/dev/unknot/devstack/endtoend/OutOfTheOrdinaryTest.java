package dev.unknot.devstack.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a desk does when a day goes otherwise than planned: a visit grows, runs late, or is squeezed in beside another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutOfTheOrdinaryTest {

    private final Stack stack = SharedStack.get();
    private final ZoneId zone = ZoneId.of("Europe/Berlin");
    private final Clinic clinic = Clinic.open(stack, "Crowded Clinic", zone);
    private final String secondRoom = clinic.therapists()
            .post(
                    "/api/v1/locations/" + clinic.location() + "/rooms",
                    Map.of("name", "Ebb", "capabilities", List.of("table"), "places", 1, "turnoverMinutes", 10))
            .createdId();
    private final String zora = clinic.client("Zora Late", "zora.late@example.org", "+12025550181");
    private final String anton = clinic.client("Anton Next", "anton.next@example.org", "+12025550182");
    private final Chromium chromium = Chromium.start();

    @AfterAll
    void close() {
        chromium.close();
        stack.clock(Duration.ZERO);
    }

    @Test
    void aVisitGrowsAndRunsLateAndTheNextOneMovesBack() {
        Instant start = Instant.parse(clinic.slotAtNoon(2).path("start").asString());
        String visit = booked(zora, start);
        String next = booked(anton, start.plus(Duration.ofHours(2)));
        stack.clock(Duration.between(Instant.now(), start));
        DeskScreen desk = at(start);

        desk.block(visit).click();
        Locator dialog = desk.dialog();
        dialog.locator("summary").getByText("Change treatment").click();
        dialog.getByLabel("Treatment").selectOption(clinic.treatment() + ":90");
        opensToEveryone(desk);
        button(dialog, "Change the visit").click();
        assertThat(dialog.locator(".notice[role=status]")).hasText("Changed to Swedish massage, 90 min · €112.50.");

        button(dialog, "Start session").click();
        dialog.locator("summary").getByText("Ends at another time").click();
        dialog.getByLabel("Ends at").fill("14:10");
        button(dialog, "See what follows").click();
        assertThat(dialog.getByText("14:00 \u2068Anton Next\u2069: back to 14:25"))
                .isVisible();
        opensToEveryone(desk);
        // It has the focus, so that Enter is all it takes.
        assertThat(button(dialog, "End at 14:10 and move the later ones back")).isFocused();
        desk.page().keyboard().press("Enter");

        assertThat(dialog).not().isVisible();
        assertThat(desk.block(visit)).containsText("12:00–14:10");
        assertThat(desk.block(next)).containsText("14:25");
    }

    @Test
    void anOwnerGivesATherapistsTimeTwice() {
        Instant start = Instant.parse(clinic.slotAtNoon(4).path("start").asString());
        String first = booked(zora, start);
        Instant squeezed = start.plus(Duration.ofHours(1));
        Probe.waitUntil("the second room is known", () -> fits(secondRoom, start.plus(Duration.ofHours(3))));
        DeskScreen desk = at(start);

        desk.free(clinic.therapist(), squeezed).click();
        desk.fillBooking(clinic.treatment(), 60, "anton", "Anton Next");
        desk.dialog().locator("button.main").click();
        assertThat(desk.dialog().locator("#booking-refusal")).containsText("The therapist is taken then.");
        desk.dialog().getByLabel("Reason to give the therapist’s time twice").fill("they are twins");
        opensToEveryone(desk);
        button(desk.dialog(), "Book anyway").click();

        assertThat(desk.dialog()).not().isVisible();
        assertThat(desk.block(first)).isVisible();
        desk.inVisit(desk.blocksOf("Anton Next"), dialog -> assertThat(dialog).containsText("Overbooked"));
    }

    private String booked(String who, Instant start) {
        return clinic.booking()
                .post("/api/v1/appointments", clinic.wish(who, start, 60), "Idempotency-Key", Clinic.key())
                .createdId();
    }

    private boolean fits(String room, Instant start) {
        Map<String, Object> wish = new HashMap<>(clinic.wish(anton, start, 60));
        wish.put("roomId", room);
        return clinic.booking()
                        .post("/api/v1/appointments?dryRun=true", wish, "Idempotency-Key", Clinic.key())
                        .status()
                == 201;
    }

    private DeskScreen at(Instant start) {
        return DeskScreen.signedIn(chromium.desk(ColorScheme.DARK), stack)
                .board(clinic.location(), LocalDate.ofInstant(start, zone));
    }

    private static Locator button(Locator dialog, String name) {
        return dialog.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void opensToEveryone(DeskScreen desk) {
        assertThat(new AxeBuilder(desk.page())
                        .analyze().getViolations().stream()
                                .map(violation -> violation.getId() + ": "
                                        + violation.getNodes().getFirst().getHtml()))
                .isEmpty();
    }
}
