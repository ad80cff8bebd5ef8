package dev.unknot.devstack.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the board offers can be booked, what cannot is told with all reasons, and a time that is held says whose it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfferedTimesTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Stack stack = SharedStack.get();
    private final Clinic clinic = Clinic.open(stack, "Offering Clinic", ZONE);
    private final String client = clinic.client("Olaf Offer", "olaf.offer@example.org", "+12025550195");
    private final Chromium chromium = Chromium.start();
    private final BrowserContext browser = chromium.desk(ColorScheme.LIGHT);
    private LocalDate day = LocalDate.now(ZONE);

    /** Each board keeps a connection, and a browser has six for a host. */
    @AfterEach
    void closeTheBoards() {
        List.copyOf(browser.pages()).forEach(Page::close);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void theFirstAndTheLastCellsOfAShiftAreOfferedOnlyWhereASessionFits() {
        DeskScreen desk = board(30);

        // Five minutes of preparation before it, half an hour at least, ten minutes of rest after it.
        assertThat(desk.free(clinic.therapist(), at(8, 0))).hasCount(0);
        assertThat(desk.free(clinic.therapist(), at(8, 5))).hasClass(Pattern.compile("by-right"));
        assertThat(desk.free(clinic.therapist(), at(8, 15))).hasClass(Pattern.compile("open"));
        assertThat(desk.free(clinic.therapist(), at(19, 15))).hasClass(Pattern.compile("open"));
        assertThat(desk.free(clinic.therapist(), at(19, 30))).hasClass(Pattern.compile("too-short"));
        desk.free(clinic.therapist(), at(19, 15)).click();
        desk.fillBooking(clinic.treatment(), 30, "olaf", "Olaf Offer");
        desk.book();
        assertThat(desk.blocksOf("Olaf Offer")).hasCount(1);
        desk.free(clinic.therapist(), at(19, 45)).waitFor();
        desk.free(clinic.therapist(), at(19, 45)).click();
        desk.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Block").setExact(true))
                .waitFor();
        opensToEveryone(desk);
        desk.page().keyboard().press("Escape");
    }

    @Test
    void aRefusalSaysAllReasonsAndOneOfTheNearestTimesIsBooked() {
        DeskScreen desk = board(31);
        clinic.booking()
                .post("/api/v1/appointments", clinic.wish(client, at(12, 0), 60), "Idempotency-Key", Clinic.key());
        assertThat(desk.blocksOf("Olaf Offer")).hasCount(1);

        desk.free(clinic.therapist(), at(11, 15)).click();
        Locator dialog = desk.dialog();
        dialog.getByLabel("Start").selectOption(new SelectOption().setLabel("11:20"));
        desk.fillBooking(clinic.treatment(), 60, "olaf", "Olaf Offer");
        assertThat(dialog.locator("#hold")).containsText("This treatment does not start at this time of the hour.");
        assertThat(dialog.locator("#hold")).containsText("The therapist is taken then.");
        dialog.locator("button.main").click();
        assertThat(dialog.locator("#booking-refusal")).containsText("The client has another appointment then.");
        opensToEveryone(desk);
        dialog.locator("#booking-refusal .suggestion", new Locator.LocatorOptions().setHasText("10:45"))
                .click();
        assertThat(dialog.locator("#hold")).containsText("for you until");
        desk.book();

        assertThat(desk.blocksOf("Olaf Offer")).hasCount(2);
        assertThat(desk.column(clinic.therapist())).containsText("10:45–11:45");
    }

    @Test
    void whoHoldsATimeGoesOnWithItAndOthersReadUntilWhenItIsBeingBooked() {
        DeskScreen desk = board(32);
        desk.free(clinic.therapist(), at(15, 0)).click();
        desk.dialog().getByLabel("Treatment").selectOption(new SelectOption().setValue(clinic.treatment() + ":60"));
        assertThat(desk.dialog().locator("#hold")).containsText("for you until");

        heldByAnother(at(10, 0));
        // Another tab of the same desk, as after a browser that was closed.
        DeskScreen again = DeskScreen.of(browser.newPage(), stack).board(clinic.location(), day);
        Locator held = again.column(clinic.therapist()).locator(".block.held");
        assertThat(held.first()).containsText("Being booked until");
        assertThat(held.last()).containsText("Held for you until");
        held.last().click();
        assertThat(again.dialog().locator("#hold")).containsText("for you until");
        again.dialog().getByLabel("Find").pressSequentially("olaf");
        again.dialog()
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Olaf Offer"))
                .check();
        again.book();

        assertThat(again.blocksOf("Olaf Offer")).containsText("15:00");
        // It hears of what others begin while it is open.
        heldByAnother(at(12, 0));
        assertThat(held).hasCount(2);
    }

    @Test
    void whoClosesTheDialogOfATimeTheyHoldReleasesIt() {
        DeskScreen desk = board(33);
        desk.free(clinic.therapist(), at(15, 0)).click();
        desk.dialog().getByLabel("Treatment").selectOption(new SelectOption().setValue(clinic.treatment() + ":60"));
        assertThat(desk.dialog().locator("#hold")).containsText("for you until");
        DeskScreen again = DeskScreen.of(browser.newPage(), stack).board(clinic.location(), day);

        again.column(clinic.therapist()).locator(".block.held").click();
        assertThat(again.dialog()).isVisible();
        again.page().keyboard().press("Escape");

        assertThat(again.column(clinic.therapist()).locator(".block.held")).hasCount(0);
        assertThat(again.free(clinic.therapist(), at(15, 0))).hasClass(Pattern.compile("open"));
    }

    private void heldByAnother(Instant start) {
        Answer held = clinic.booking()
                .post(
                        "/api/v1/holds",
                        Map.of(
                                "therapistId", clinic.therapist(),
                                "treatmentId", clinic.treatment(),
                                "minutes", 60,
                                "locationId", clinic.location(),
                                "start", start.toString()),
                        "Idempotency-Key",
                        Clinic.key());
        Assertions.assertThat(held.status()).as(held.toString()).isEqualTo(201);
    }

    private DeskScreen board(int daysAhead) {
        clinic.slotAtNoon(daysAhead);
        day = LocalDate.now(ZONE).plusDays(daysAhead);
        return DeskScreen.signedIn(browser, stack).board(clinic.location(), day);
    }

    private Instant at(int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(ZONE).toInstant();
    }

    private static void opensToEveryone(DeskScreen desk) {
        Assertions.assertThat(new AxeBuilder(desk.page())
                        .analyze().getViolations().stream()
                                .map(violation -> violation.getId() + ": "
                                        + violation.getNodes().getFirst().getHtml()))
                .isEmpty();
    }
}
