package dev.unknot.devstack.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.unknot.devstack.Service;
import dev.unknot.devstack.Stack;
import dev.unknot.devstack.phone.Text;
import dev.unknot.platform.test.Probe;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page of the demo chain, at twenty past eleven on a Tuesday in Berlin: open to everyone by axe's rules, in light and
 * dark, wide and on a phone. With {@code unknot.screens.dir} its pictures are kept there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    private static final Pattern LINK = Pattern.compile("(http://\\S+/visit/[A-Za-z0-9_-]{42})");
    private static final Path PICTURES = Path.of(System.getProperty("unknot.screens.dir", "target/screens"));

    private final Stack stack = DemoTuesday.begin();
    private final Chromium chromium = Chromium.start();
    private final String base = "http://localhost:" + stack.port(Service.FRONT_DESK);
    private final String kreuzberg = DemoTuesday.location("Unknot Kreuzberg");

    /** What a page is looked at on. */
    enum Screen {
        WIDE,
        PHONE;

        BrowserContext in(Chromium chromium) {
            return this == PHONE ? chromium.phone(ColorScheme.LIGHT) : chromium.desk(ColorScheme.LIGHT);
        }
    }

    @AfterAll
    void close() {
        chromium.close();
        DemoTuesday.end();
    }

    @ParameterizedTest
    @EnumSource
    void ofTheDesk(Screen screen) {
        try (BrowserContext browser = screen.in(chromium)) {
            Page page = browser.newPage();
            page.navigate(base + "/sign-in");
            picture(page, "sign-in", screen);
            signIn(page, Stack.DEMO_OWNER);
            page.navigate(base + "/board?location=" + kreuzberg);
            assertThat(page.locator("#day .block").first()).isVisible();
            picture(page, "board", screen);
            page.locator("#day .free").last().click();
            assertThat(page.locator("#dialog")).isVisible();
            picture(page, "booking", screen);
            page.keyboard().press("Escape");
            page.locator("#day .block.movable").first().click();
            assertThat(page.locator("#dialog #dialog-title")).isVisible();
            picture(page, "appointment", screen);
            page.locator("#dialog")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel …"))
                    .click();
            assertThat(page.locator("#dialog").getByLabel("Why")).isVisible();
            picture(page, "cancellation", screen);
            page.keyboard().press("Escape");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Day sheet"))
                    .click();
            assertThat(page.locator(".paper-part").first()).isVisible();
            picture(page, "day-sheet", screen);
            page.navigate(base + "/worklist");
            // Those further down are looked for when they come into view.
            assertThat(page.locator(".work").first()).not().containsText("Looking for free times");
            picture(page, "worklist", screen);
            picture(page, "messages", screen, "/messages");
            picture(page, "replies", screen, "/replies");
            picture(page, "accounts", screen, "/accounts");
            letProgramIn(page, "Website " + screen);
            picture(page, "program-secret", screen);
            picture(page, "programs", screen, "/programs");
            picture(page, "password", screen, "/password");
            picture(page, "account", screen, "/account");
            picture(page, "second-step", screen, "/account/second-step");
            picture(page, "not-found", screen, "/nowhere");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofATherapist(Screen screen) {
        try (BrowserContext browser = screen.in(chromium)) {
            Page page = browser.newPage();
            page.navigate(base + "/sign-in");
            signIn(page, "mira@unknot.example");
            picture(page, "diary", screen, "/diary");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAClient(Screen screen) {
        String visit = visitLink();
        try (BrowserContext browser = screen.in(chromium)) {
            Page page = browser.newPage();
            page.navigate(visit);
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
            picture(page, "visit", screen);
            page.navigate(visit + "/move");
            picture(page, "visit-move", screen);
            page.navigate(visit + "/cancellation");
            picture(page, "visit-cancellation", screen);
            page.navigate(base + "/visit/" + "A".repeat(42));
            picture(page, "visit-closed", screen);
        }
    }

    private void letProgramIn(Page page, String name) {
        page.navigate(base + "/programs");
        page.getByLabel("Name").fill(name);
        page.getByLabel("all of them").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Let it in"))
                .click();
        assertThat(page.locator("#secret")).isVisible();
    }

    private void picture(Page page, String name, Screen screen, String path) {
        page.navigate(base + path);
        picture(page, name, screen);
    }

    /** In light and dark; a page does not come anew for that, as only its style sheets know of it. */
    private static void picture(Page page, String name, Screen screen) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("by how many pixels %s is wider than a %s", name, screen)
                .isEqualTo(0);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String picture = (name + "-" + scheme + "-" + screen).toLowerCase(Locale.ROOT);
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture + ".png")));
            // Legacy: all within the page. Otherwise axe opens another for each report, for frames that these do not
            // have.
            assertThat(new AxeBuilder(page)
                            .setLegacyMode(true).analyze().getViolations().stream()
                                    .map(violation -> violation.getId() + ": " + violation.getHelp() + " "
                                            + violation.getNodes().getFirst().getHtml()))
                    .as("what axe finds on %s", picture)
                    .isEmpty();
        }
    }

    private static void signIn(Page page, String email) {
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(Stack.DEMO_PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** Of a visit that lies ahead. */
    private String visitLink() {
        return Probe.eventually(
                "a message links to a visit",
                () -> stack.texts().reversed().stream()
                        .map(Text::body)
                        .map(LINK::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1))
                        .findFirst());
    }
}
