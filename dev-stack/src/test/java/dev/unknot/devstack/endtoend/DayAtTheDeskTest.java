package dev.unknot.devstack.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The day as the front desk lives it: two browsers, a client's phone, and the stack between them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DayAtTheDeskTest {

    private static final String PHONE = "+12025550171";
    private static final String MOVERS_PHONE = "+12025550175";
    private static final String NEIGHBOURS_PHONE = "+12025550172";
    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(DeskScreen.LATE);

    private final Stack stack = SharedStack.get();
    private final ZoneId zone = ZoneId.of("Europe/Berlin");
    private final Clinic clinic = Clinic.open(stack, "Desk Clinic", zone);
    private final String noa = Clinic.therapist(clinic.therapists(), clinic.location(), zone, "Noa Reuter");
    private final String client = clinic.client("Wilma Desk", "wilma.desk@example.org", PHONE);
    private final String mover = clinic.client("Ylva Quist", "ylva.quist@example.org", MOVERS_PHONE);
    private final String neighbour = clinic.client("Xaver Silent", "xaver.silent@example.org", NEIGHBOURS_PHONE);
    private final Chromium chromium = Chromium.start();
    private final DeskScreen here = DeskScreen.signedIn(chromium.desk(ColorScheme.LIGHT), stack);
    private final DeskScreen elsewhere = DeskScreen.signedIn(chromium.desk(ColorScheme.DARK), stack);

    @AfterAll
    void close() {
        chromium.close();
        stack.clock(Duration.ZERO);
    }

    @Test
    void aVisitIsBookedByClickMovedByDragConfirmedFromThePhoneAndCancelledIntoSilence() {
        Instant start = Instant.parse(clinic.slotAtNoon(3).path("start").asString());
        onBoards(start);
        bookAndCancelOnce(start.plus(Duration.ofHours(4)));

        here.free(clinic.therapist(), start).click();
        here.fillBooking(clinic.treatment(), 60, "ylv", "Ylva Quist");
        here.book();
        assertThat(elsewhere.blocksOf("Ylva Quist")).isVisible(SOON);
        Probe.waitUntil("the client is told", () -> textsAbout("").size() == 1);

        here.dragTo(here.blocksOf("Ylva Quist"), noa);
        assertThat(here.page().locator("#said")).containsText("is moved to", DeskScreen.AFTER_THE_WAIT);
        assertThat(here.column(noa).locator(".block")).containsText("Ylva Quist");
        assertThat(elsewhere.column(noa).getByText("Ylva Quist")).isVisible(SOON);
        Probe.waitUntil("the client is told of the change", () -> textsAbout("").size() == 2);
        assertThat(textsAbout("").getLast()).contains("Noa");

        stack.phone().answer(MOVERS_PHONE, "C");
        assertThat(elsewhere.blocksOf("Ylva Quist")).containsText("Confirmed");
        assertThat(here.blocksOf("Ylva Quist")).containsText("Confirmed");

        here.inVisit(here.blocksOf("Ylva Quist"), this::cancel);
        assertThat(elsewhere.blocksOf("Ylva Quist")).hasCount(0);
        Probe.waitUntil(
                "the client is told of the cancellation",
                () -> textsAbout("cancel").size() == 1);

        int heardBefore = SharedStack.textsTo(MOVERS_PHONE).size();
        String spokenOf = bookOverTheApi(neighbour, start);
        Probe.waitUntil("somebody else is told of theirs", () -> messages(spokenOf, "SENT") > 0);
        stack.clock(Duration.between(Instant.now(), start).plusMinutes(30));
        Probe.waitUntil(
                "the visit of somebody else is spoken of until its start",
                Duration.ofSeconds(40),
                () -> messages(spokenOf, "PLANNED") + messages(spokenOf, "SENDING") == 0);
        assertThat(SharedStack.textsTo(MOVERS_PHONE)).hasSize(heardBefore);
        stack.clock(Duration.ZERO);
    }

    @Test
    void theSameIsDoneWithTheKeyboardAlone() {
        Instant start = Instant.parse(clinic.slotAtNoon(5).path("start").asString());
        here.board(clinic.location(), LocalDate.ofInstant(start, zone));

        here.free(clinic.therapist(), start).focus();
        here.page().keyboard().press("Enter");
        assertThat(here.dialog()).isVisible();
        here.dialog().getByLabel("Treatment").focus();
        here.page().keyboard().type("Swedish massage, 60");
        here.dialog().getByLabel("Find").focus();
        here.page().keyboard().type("Wilma");
        Locator found = here.dialog()
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("Wilma Desk")));
        assertThat(found).isVisible();
        found.focus();
        here.page().keyboard().press("Space");
        here.page().keyboard().press("Enter");
        assertThat(here.dialog()).not().isVisible();
        Locator block = here.column(clinic.therapist()).locator(".block");
        assertThat(block).containsText("Wilma Desk");

        block.focus();
        here.page().keyboard().press("m");
        here.page().keyboard().press("ArrowDown");
        here.page().keyboard().press("ArrowRight");
        here.page().keyboard().press("Enter");
        assertThat(here.page().locator("#said")).containsText("is moved to", DeskScreen.AFTER_THE_WAIT);
        Locator moved = here.column(noa).locator(".block");
        assertThat(moved).containsText("12:15");

        moved.focus();
        here.page().keyboard().press("Enter");
        assertThat(here.dialog()).isVisible();
        here.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel …"))
                .focus();
        here.page().keyboard().press("Enter");
        here.dialog().getByLabel("Why").selectOption("booked-by-mistake");
        here.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel the visit"))
                .focus();
        here.page().keyboard().press("Enter");
        assertThat(here.blocksOf("Wilma Desk")).hasCount(0);
    }

    @Test
    void aHoldThatComesAfterItsDialogIsGivenBackAndABookingWithoutAnAnswerIsHeardInIt() {
        clinic.client("Yara Later", "yara.later@example.org", "+12025550173");
        Instant start = Instant.parse(clinic.slotAtNoon(6).path("start").asString());
        here.board(clinic.location(), LocalDate.ofInstant(start, zone));
        here.free(clinic.therapist(), start).click();
        List<Route> held = new CopyOnWriteArrayList<>();
        here.page().route("**/board/holds", held::add);
        // A dialog shows a moment before its script listens: a choice made in between is made again.
        for (int minutes = 30, tries = 0; held.isEmpty() && tries < 20; minutes = 90 - minutes, tries++) {
            here.dialog().getByLabel("Treatment").selectOption(clinic.treatment() + ":" + minutes);
            here.page().waitForTimeout(300);
        }
        assertThat(held).isNotEmpty();
        here.page().keyboard().press("Escape");
        assertThat(here.dialog()).not().isVisible();

        var givenBack = here.page()
                .waitForResponse(
                        answer -> answer.request().method().equals("DELETE"),
                        () -> held.getFirst().resume());
        here.page().unroute("**/board/holds");
        here.page().route("**/board/bookings", Route::abort);
        here.free(clinic.therapist(), start).click();
        here.fillBooking(clinic.treatment(), 60, "yara", "Yara Later");
        here.dialog().locator("button.main").click();

        assertThat(givenBack.status()).isEqualTo(204);
        assertThat(here.dialog().locator("#dialog-refusal")).containsText("No answer came.");
        here.page().unroute("**/board/bookings");
        here.book();
        assertThat(here.blocksOf("Yara Later")).hasCount(1);
    }

    private void onBoards(Instant start) {
        LocalDate date = LocalDate.ofInstant(start, zone);
        here.board(clinic.location(), date);
        elsewhere.board(clinic.location(), date);
    }

    /** So that what is new to a JVM does not count as slowness of the board. */
    private void bookAndCancelOnce(Instant start) {
        String visit = bookOverTheApi(neighbour, start);
        assertThat(elsewhere.block(visit)).isVisible();
        Http booking = clinic.booking();
        String path = "/api/v1/appointments/" + visit;
        booking.post(
                path + "/cancellation",
                Map.of("cause", "booked-by-mistake"),
                "If-Match",
                booking.get(path).etag());
        assertThat(elsewhere.block(visit)).hasCount(0);
    }

    private String bookOverTheApi(String who, Instant start) {
        return clinic.booking()
                .post("/api/v1/appointments", clinic.wish(who, start, 60), "Idempotency-Key", Clinic.key())
                .createdId();
    }

    private void cancel(Locator dialog) {
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel …"))
                .click();
        dialog.getByLabel("Why").selectOption("client-asked");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel the visit"))
                .click();
        assertThat(here.blocksOf("Ylva Quist")).hasCount(0);
    }

    private List<String> textsAbout(String word) {
        return SharedStack.textsTo(MOVERS_PHONE).stream()
                .filter(text -> text.toLowerCase(Locale.ROOT).contains(word))
                .toList();
    }

    private long messages(String visit, String state) {
        return clinic.notifications()
                .get("/api/v1/messages?appointment=" + visit)
                .body()
                .path("items")
                .valueStream()
                .filter(message -> message.path("state").asString().equals(state))
                .count();
    }
}
