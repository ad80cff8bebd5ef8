package dev.unknot.devstack.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Probe;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Visits in the hand, at any hour: what is only pressed stays, what is dropped moves there, and what is taken back was never moved. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DragTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String PHONE = "+12025550191";

    private final Stack stack = SharedStack.get();
    private final Clinic clinic = Clinic.open(stack, "Drag Clinic", ZONE);
    private final String noa = Clinic.therapist(clinic.therapists(), clinic.location(), ZONE, "Noa Reuter");
    private final String client = clinic.client("Dora Drag", "dora.drag@example.org", PHONE);
    private final Chromium chromium = Chromium.start();
    private LocalDate day = LocalDate.now(ZONE);

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"20, 09:00, 1", "21, 12:00, 1", "22, 17:00, 1", "23, 17:00, 1.5", "24, 18:45, 2"})
    void aVisitThatIsPressedAndMovedASlipSidewaysStaysWhereItIs(int daysAhead, LocalTime time, double scale) {
        String visit = booked(daysAhead, time);
        DeskScreen desk = desk(scale);

        drag(desk, desk.block(visit), 7, 0);
        drag(desk, desk.block(visit), -7, 3);
        desk.page().mouse().up();

        assertThat(desk.page().locator(".undo button")).hasCount(0);
        assertThat(desk.dialog()).not().isVisible();
        assertThat(version(visit)).isEqualTo("\"1\"");
        drag(desk, desk.block(visit), 0, -24);
        assertThat(desk.page().locator(".undo")).containsText("moves to");
        assertThat(desk.page().locator(".ghost"))
                .containsText(time.minusMinutes(15).toString());
    }

    @Test
    void aDropTakenBackWasNeverMade() {
        String visit = booked(25, LocalTime.of(15, 0));
        DeskScreen desk = desk(1);
        int heard = heardOnceBooked();

        drag(desk, desk.block(visit), 0, 96);
        assertThat(desk.page().locator(".ghost")).containsText("16:00");
        desk.page().locator(".undo").getByRole(AriaRole.BUTTON).click();
        assertThat(desk.page().locator(".ghost")).hasCount(0);
        desk.block(visit).focus();
        desk.page().keyboard().press("m");
        desk.page().keyboard().press("ArrowRight");
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().locator(".undo")).containsText("moves to");
        desk.page().keyboard().press("Control+z");
        assertThat(desk.page().locator(".undo button")).hasCount(0);
        desk.page().waitForTimeout(7_000);

        assertThat(version(visit)).isEqualTo("\"1\"");
        assertThat(heardOfTheDay()).hasSize(heard);
        assertThat(desk.column(clinic.therapist()).locator(".block")).containsText("15:00");
    }

    @Test
    void aDropIsMadeAfterAWhileAndWhenThePageIsLeft() {
        String visit = booked(26, LocalTime.of(15, 0));
        DeskScreen desk = desk(1);

        drag(desk, desk.block(visit), 0, 96);
        assertThat(desk.page().locator("#said")).containsText("is moved to", DeskScreen.AFTER_THE_WAIT);
        assertThat(desk.block(visit)).containsText("16:00–17:00");
        drag(desk, desk.block(visit), 0, 48);
        assertThat(desk.page().locator(".undo")).containsText("moves to");
        board(desk);

        assertThat(desk.block(visit)).containsText("16:30", DeskScreen.AFTER_THE_WAIT);
    }

    @Test
    void escapeOrTheEdgeOfTheSheetLeavesItWhereItWasAndOpensNothing() {
        String visit = booked(27, LocalTime.of(15, 0));
        DeskScreen desk = desk(1);
        Mouse mouse = desk.page().mouse();

        hold(desk, desk.block(visit));
        mouse.move(at(desk, visit).x + 40, at(desk, visit).y + 120);
        desk.page().keyboard().press("Escape");
        mouse.move(at(desk, visit).x + 40, at(desk, visit).y + 60);
        mouse.up();
        assertThat(desk.page().locator(".ghost, .lifted")).hasCount(0);
        hold(desk, desk.block(visit));
        mouse.move(at(desk, visit).x + 40, at(desk, visit).y + 60);
        mouse.move(700, 40);
        mouse.up();

        assertThat(desk.page().locator(".ghost, .undo button")).hasCount(0);
        assertThat(desk.dialog()).not().isVisible();
        assertThat(version(visit)).isEqualTo("\"1\"");
        desk.block(visit).click();
        assertThat(desk.dialog()).isVisible();
    }

    @Test
    void theSheetScrollsUnderTheHandAndWhatEndsWithTheDayIsDroppedWithinIt() {
        String visit = booked(28, LocalTime.of(9, 5));
        DeskScreen desk = desk(1);

        desk.page().locator("#day").evaluate("day => day.scrollTop = 0");
        hold(desk, desk.block(visit));
        BoundingBox sheet = box(desk.page().locator("#day"));
        desk.page().mouse().move(at(desk, visit).x + 40, sheet.y + sheet.height - 12);
        desk.page().waitForTimeout(1_500);
        desk.page().mouse().move(at(desk, visit).x + 42, sheet.y + sheet.height - 12);
        assertThat(desk.page().locator(".ghost")).containsText("19:00");
        desk.page().keyboard().press("Escape");
        desk.page().mouse().up();

        desk.page().locator("#day").evaluate("day => day.scrollTop = 0");
        BoundingBox block = at(desk, visit);
        hold(desk, desk.block(visit));
        desk.page().mouse().move(box(desk.column(noa)).x + 60, block.y + 22);
        // Only sideways: five past stays five past.
        assertThat(desk.page().locator(".ghost")).containsText("09:05 · \u2068Noa");
        desk.page().mouse().up();
        assertThat(desk.page().locator(".undo, #dialog[open]").first()).isVisible();
    }

    @Test
    void aVisitThatStandsAtTheEdgeOfTheSheetIsNotScrolledAwayUnderTheHand() {
        String visit = booked(29, LocalTime.of(15, 0));
        DeskScreen desk = desk(1);
        Locator sheet = desk.page().locator("#day");
        BoundingBox edge = box(sheet);
        double y = edge.y + edge.height - 22;
        var unused = sheet.evaluate("(day, by) => day.scrollTop += by", at(desk, visit).y + 20 - y);
        double x = at(desk, visit).x + 40;
        Mouse mouse = desk.page().mouse();

        mouse.move(x, y);
        mouse.down();
        mouse.move(x + 4, y);
        mouse.move(x + 7, y);
        desk.page().waitForTimeout(400);
        assertThat(desk.page().locator(".ghost")).containsText("15:00");
        mouse.up();

        assertThat(desk.page().locator(".undo button")).hasCount(0);
        assertThat(version(visit)).isEqualTo("\"1\"");
    }

    private DeskScreen desk(double scale) {
        BrowserContext browser = chromium.desk(ColorScheme.LIGHT, scale);
        DeskScreen desk = DeskScreen.signedIn(browser, stack);
        board(desk);
        return desk;
    }

    private void board(DeskScreen desk) {
        desk.board(clinic.location(), day);
    }

    private String booked(int daysAhead, LocalTime time) {
        clinic.slotAtNoon(daysAhead);
        day = LocalDate.now(ZONE).plusDays(daysAhead);
        Map<String, Object> wish = new HashMap<>(
                clinic.wish(client, day.atTime(time).atZone(ZONE).toInstant().truncatedTo(ChronoUnit.SECONDS), 60));
        wish.put("waive", List.of(Map.of("code", "off-cadence", "reason", "as it comes")));
        return clinic.booking()
                .post("/api/v1/appointments", wish, "Idempotency-Key", Clinic.key())
                .createdId();
    }

    /** By its upper part, so that it can be carried to the end of the day. */
    private static void hold(DeskScreen desk, Locator block) {
        block.hover();
        BoundingBox from = box(block);
        desk.page().mouse().move(from.x + 40, from.y + 20);
        desk.page().mouse().down();
    }

    private static void drag(DeskScreen desk, Locator block, double right, double down) {
        hold(desk, block);
        BoundingBox from = box(block);
        desk.page().mouse().move(from.x + 40 + right / 2, from.y + 20 + down / 2);
        desk.page().mouse().move(from.x + 40 + right, from.y + 20 + down);
        desk.page().mouse().up();
    }

    private BoundingBox at(DeskScreen desk, String visit) {
        return box(desk.block(visit));
    }

    private static BoundingBox box(Locator locator) {
        return DeskScreen.box(locator);
    }

    private String version(String visit) {
        return clinic.booking().get("/api/v1/appointments/" + visit).etag();
    }

    private int heardOnceBooked() {
        return Probe.eventually(
                "the client is told of the visit",
                () -> Optional.of(heardOfTheDay().size()).filter(told -> told > 0));
    }

    /** The other tests' visits are on other days. */
    private List<String> heardOfTheDay() {
        String date = day.format(DateTimeFormatter.ofPattern("d MMM", Locale.of("en", "AU")));
        return SharedStack.textsTo(PHONE).stream()
                .filter(text -> text.matches("(?s).*\\b" + date + "\\b.*"))
                .toList();
    }
}
