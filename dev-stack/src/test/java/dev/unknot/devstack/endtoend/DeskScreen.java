package dev.unknot.devstack.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.SelectOption;
import dev.unknot.devstack.Service;
import dev.unknot.devstack.Stack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A day board in a browser, used as a front desk does: by what is written on it. */
final class DeskScreen {

    /** Milliseconds past which a change elsewhere is late even on a machine that runs all else beside it. */
    static final double LATE = 20_000;

    /** A drop is made some seconds later, in which it can be taken back. */
    static final ContainsTextOptions AFTER_THE_WAIT = new ContainsTextOptions().setTimeout(45_000);

    private final Page page;
    private final String base;

    private DeskScreen(Page page, String base) {
        this.page = page;
        this.base = base;
    }

    /** One more tab of a browser in which somebody is signed in. */
    static DeskScreen of(Page page, Stack stack) {
        return new DeskScreen(page, "http://localhost:" + stack.port(Service.FRONT_DESK));
    }

    /** Signs in over the page, as the owner of the demo unless told otherwise. */
    static DeskScreen signedIn(BrowserContext browser, Stack stack) {
        DeskScreen screen = of(browser.newPage(), stack);
        screen.page.navigate(screen.base + "/sign-in");
        screen.page.getByLabel("Email").fill(Stack.DEMO_OWNER);
        screen.page.getByLabel("Password").fill(Stack.DEMO_PASSWORD);
        screen.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(screen.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")))
                .isVisible();
        return screen;
    }

    Page page() {
        return page;
    }

    DeskScreen board(String location, LocalDate date) {
        page.navigate(base + "/board?location=" + location + "&date=" + date);
        assertThat(page.locator("#day .column").first()).isVisible();
        return this;
    }

    Locator free(String therapist, Instant start) {
        return page.locator("#f-" + therapist + "-" + start.getEpochSecond());
    }

    Locator block(String appointment) {
        return page.locator("#a-" + appointment);
    }

    /** Blocks with that client's name on them. */
    Locator blocksOf(String client) {
        return page.locator("#day .block", new Page.LocatorOptions().setHasText(client));
    }

    Locator column(String therapist) {
        return page.locator("#day .track[data-therapist='" + therapist + "']");
    }

    Locator dialog() {
        return page.locator("#dialog");
    }

    /** In the open booking dialog: the first treatment of {@code minutes}, and the client found as they are typed. */
    void fillBooking(String treatment, int minutes, String typed, String client) {
        dialog().getByLabel("Treatment").selectOption(new SelectOption().setValue(treatment + ":" + minutes));
        dialog().getByLabel("Find").pressSequentially(typed);
        dialog().getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(client))
                .check();
    }

    void book() {
        dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Book").setExact(true))
                .click();
        assertThat(dialog()).not().isVisible();
    }

    /** Takes a block by its middle and drops it where the other therapist has the same time. */
    void dragTo(Locator block, String therapist) {
        // Brings it into view as well, and tries again when the board is drawn anew under the mouse.
        block.hover();
        BoundingBox from = box(block);
        BoundingBox target = box(column(therapist));
        double y = from.y + from.height / 2;
        page.mouse().move(from.x + from.width / 2, y);
        page.mouse().down();
        page.mouse().move(from.x + from.width / 2 + 10, y);
        page.mouse().move(target.x + target.width / 2, y);
        page.mouse().up();
    }

    /** Opens a visit, does something in its dialog, and closes it unless that closed it. */
    void inVisit(Locator block, Consumer<Locator> deed) {
        block.click();
        assertThat(dialog()).isVisible();
        deed.accept(dialog());
        if (dialog().isVisible()) {
            page.keyboard().press("Escape");
        }
    }

    /** Looks again where the board is drawn anew just then: what is nowhere has no box. */
    static BoundingBox box(Locator locator) {
        return Stream.generate(locator::boundingBox)
                .limit(100)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
