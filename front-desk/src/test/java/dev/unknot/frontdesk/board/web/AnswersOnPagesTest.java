package dev.unknot.frontdesk.board.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.unknot.frontdesk.DeskBrowser.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.client.ClientView;
import dev.unknot.frontdesk.DeskBrowser;
import dev.unknot.frontdesk.FakeClinic;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Kreuzberg;
import dev.unknot.frontdesk.Staff;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whatever a page asks for in the background shows that it waits, that it failed, or the answer to that question and no other. */
@FrontDeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersOnPagesTest {

    private static final FakeClinic CLINIC = new FakeClinic();
    private static final String CLIENTS = "/api/v1/clients";
    private static final ClientView ANNA = new ClientView(Kreuzberg.ANNA, 1, "Anna Arnold", null, "+493012345", "de");

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    private final DeskBrowser browser = DeskBrowser.start();
    private final AppointmentId visit = Kreuzberg.anId();
    private Page page;
    private Instant start = Instant.EPOCH;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
    }

    /** How a question of a page can come to nothing. */
    enum Failure {
        NO_NETWORK("The connection was lost.") {
            @Override
            void meets(Route route) {
                route.abort();
            }
        },
        SERVER_ERROR("That did not work.") {
            @Override
            void meets(Route route) {
                route.fulfill(new Route.FulfillOptions().setStatus(502).setBody("<html><h1>Bad Gateway</h1></html>"));
            }
        },
        REFUSED("Your role does not allow this.") {
            @Override
            void meets(Route route) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(403)
                        .setContentType("text/html")
                        .setBody("<p class=\"notice refused\"><span>Your role does not allow this.</span></p>"));
            }
        },
        TOO_LATE("The connection was lost.") {
            @Override
            void meets(Route route) {
                // Left without an answer.
            }
        };

        private final String said;

        Failure(String said) {
            this.said = said;
        }

        abstract void meets(Route route);
    }

    @BeforeEach
    void aBoard() {
        CLINIC.reset();
        start = Kreuzberg.tomorrow(CLINIC, clock);
        CLINIC.says(CLIENTS, ItemList.all(List.of()));
        CLINIC.says(CLIENTS, "q", "ann", ItemList.all(List.of(ANNA)));
        var booked = Kreuzberg.visit(visit, 4, AppointmentStatus.BOOKED, start);
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of(booked)));
        CLINIC.says("/api/v1/appointments/" + visit, booked);
        CLINIC.says("/api/v1/appointments/" + visit + "/history", ItemList.all(List.of()));
        CLINIC.says(CLIENTS + "/" + Kreuzberg.ANNA, ANNA);
        page = browser.signedIn(port, Staff.OLGA);
        page.navigate("/board?location=" + Kreuzberg.ID + "&date="
                + start.atZone(Kreuzberg.ZONE).toLocalDate());
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void aSearchThatFindsNobodySaysSoAndWhomTheOneBeforeFoundCannotBeChosen() {
        Locator dialog = booking();
        find(dialog).pressSequentially("ann");
        hit(dialog).check();

        find(dialog).pressSequentially("q");

        assertThat(dialog.getByText("Nobody found")).isVisible();
        assertThat(hit(dialog)).hasCount(0);
        assertThat(page.locator(".notice.refused")).hasCount(0);
    }

    @Test
    void whomASearchFoundIsGoneAsSoonAsSomethingElseIsTyped() {
        List<Route> slow = new CopyOnWriteArrayList<>();
        Locator dialog = booking();
        find(dialog).pressSequentially("ann");
        hit(dialog).check();
        page.route(Pattern.compile("/clients\\?"), route -> {
            if (slow.isEmpty()) {
                slow.add(route);
            } else {
                route.resume();
            }
        });

        find(dialog).press("a");

        assertThat(hit(dialog)).hasCount(0);
        assertThat(dialog.getByText("Looking for clients")).isVisible();
        page.waitForCondition(() -> !slow.isEmpty());
        find(dialog).press("x");
        assertThat(dialog.getByText("Nobody found")).isVisible();
        assertThat(hit(dialog)).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource
    void aSearchWithoutAnAnswerSaysSoInItsPlaceAndCanBeAskedAgain(Failure failure) {
        Locator dialog = booking();
        find(dialog).pressSequentially("an");
        assertThat(dialog.getByText("Nobody found")).isVisible();
        page.evaluate("htmx.config.timeout = 1000");
        page.route("**/clients?*", failure::meets);

        find(dialog).press("n");

        assertThat(dialog.locator("#clients")).containsText(failure.said);
        assertThat(dialog.getByText("Nobody found")).hasCount(0);
        DeskBrowser.opensToEveryone(page);
        page.unroute("**/clients?*");
        button(dialog, "Ask again").click();
        assertThat(hit(dialog)).isVisible();
        assertThat(page.locator(".notice.refused")).hasCount(0);
    }

    @Test
    void whatCanBeChangedOfAVisitIsAskedForAgainAfterAFailure() {
        page.route("**/amendment", Route::abort);
        page.locator("#a-" + visit).click();
        Locator dialog = page.locator("#dialog");
        dialog.locator("summary").getByText("Change treatment").click();
        assertThat(dialog).containsText("The connection was lost.");

        page.unroute("**/amendment");
        button(dialog, "Ask again").click();

        assertThat(button(dialog, "Change the visit")).isVisible();
    }

    @Test
    void aHoldWithoutAnAnswerSaysSoWhereItWouldStand() {
        Locator dialog = booking();
        page.route("**/board/holds", Route::abort);

        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":60");

        assertThat(dialog.locator("#hold")).containsText("No answer came.");
        assertThat(button(dialog.locator("#hold"), "Ask again")).isVisible();
    }

    @Test
    void ofTwoVisitsThatAreOpenedTheLaterOneIsShown() {
        List<Route> slow = new CopyOnWriteArrayList<>();
        page.route("**/appointments/" + visit, slow::add);
        page.locator("#a-" + visit).click();
        page.locator("#day .free").last().click();

        assertThat(page.locator("#dialog-title")).hasText("Book a visit");
        page.waitForResponse("**/appointments/" + visit, () -> slow.getFirst().resume());
        page.waitForTimeout(200);
        assertThat(page.locator("#dialog-title")).hasText("Book a visit");
    }

    @Test
    void aWaitThatIsLongerThanAMomentIsShown() {
        Locator dialog = booking();
        page.route("**/clients?*", route -> {});

        find(dialog).pressSequentially("ann");

        assertThat(dialog.locator("#clients[aria-busy=true]")).hasText("Looking for clients …");
        assertThat(dialog.getByText("Looking for clients")).isVisible();
    }

    private Locator booking() {
        page.locator("#day .free").last().click();
        Locator dialog = page.locator("#dialog");
        assertThat(dialog).isVisible();
        return dialog;
    }

    private static Locator find(Locator dialog) {
        return dialog.getByLabel("Find");
    }

    private static Locator hit(Locator dialog) {
        return dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("Anna Arnold")));
    }
}
