package dev.unknot.devstack.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.unknot.devstack.Service;
import dev.unknot.devstack.Stack;
import dev.unknot.devstack.phone.Text;
import dev.unknot.platform.test.Probe;
import java.nio.file.Path;
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

    /** How a page is looked at. */
    enum Look {
        LIGHT_WIDE(ColorScheme.LIGHT, false),
        DARK_WIDE(ColorScheme.DARK, false),
        LIGHT_PHONE(ColorScheme.LIGHT, true),
        DARK_PHONE(ColorScheme.DARK, true);

        private final ColorScheme scheme;
        private final boolean phone;

        Look(ColorScheme scheme, boolean phone) {
            this.scheme = scheme;
            this.phone = phone;
        }

        BrowserContext in(Chromium chromium) {
            return phone ? chromium.phone(scheme) : chromium.desk(scheme);
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @AfterAll
    void close() {
        chromium.close();
        DemoTuesday.end();
    }

    @ParameterizedTest
    @EnumSource
    void ofTheDesk(Look look) {
        try (BrowserContext browser = look.in(chromium)) {
            Page page = browser.newPage();
            page.navigate(base + "/sign-in");
            picture(page, "sign-in", look);
            signIn(page, Stack.DEMO_OWNER);
            page.navigate(base + "/board?location=" + kreuzberg);
            assertThat(page.locator("#day .block").first()).isVisible();
            picture(page, "board", look);
            page.locator("#day .free").last().click();
            assertThat(page.locator("#dialog")).isVisible();
            picture(page, "booking", look);
            page.keyboard().press("Escape");
            page.locator("#day .block.movable").first().click();
            assertThat(page.locator("#dialog #dialog-title")).isVisible();
            picture(page, "appointment", look);
            page.keyboard().press("Escape");
            page.navigate(base + "/worklist");
            // Those further down are looked for when they come into view.
            assertThat(page.locator(".work").first()).not().containsText("Looking for free times");
            picture(page, "worklist", look);
            picture(page, "messages", look, "/messages");
            picture(page, "replies", look, "/replies");
            picture(page, "accounts", look, "/accounts");
            picture(page, "password", look, "/password");
            picture(page, "not-found", look, "/nowhere");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofATherapist(Look look) {
        try (BrowserContext browser = look.in(chromium)) {
            Page page = browser.newPage();
            page.navigate(base + "/sign-in");
            signIn(page, "mira@unknot.example");
            picture(page, "diary", look, "/diary");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAClient(Look look) {
        String visit = visitLink();
        try (BrowserContext browser = look.in(chromium)) {
            Page page = browser.newPage();
            page.navigate(visit);
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
            picture(page, "visit", look);
            page.navigate(visit + "/move");
            picture(page, "visit-move", look);
            page.navigate(visit + "/cancellation");
            picture(page, "visit-cancellation", look);
            page.navigate(base + "/visit/" + "A".repeat(42));
            picture(page, "visit-closed", look);
        }
    }

    private void picture(Page page, String name, Look look, String path) {
        page.navigate(base + path);
        picture(page, name, look);
    }

    private static void picture(Page page, String name, Look look) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + look.words() + ".png")));
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .map(violation -> violation.getId() + ": " + violation.getHelp() + " "
                                        + violation.getNodes().getFirst().getHtml()))
                .as("what axe finds on %s, %s", name, look.words())
                .isEmpty();
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
