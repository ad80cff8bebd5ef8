package dev.unknot.frontdesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A Chromium before the front desk alone: what the services say, a {@link FakeClinic} decides. Each screen is a browser of its own. */
public final class DeskBrowser implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private DeskBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static DeskBrowser start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        return new DeskBrowser(playwright, browser);
    }

    /** Signed in, by way of the form. */
    public Page signedIn(int port, Staff staff) {
        Page page = screen(port);
        page.navigate("/sign-in");
        signIn(page, staff);
        assertThat(button(page.locator("body"), "Sign out")).isVisible();
        return page;
    }

    public Page screen(int port) {
        BrowserContext screen = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(1440, 900)
                .setTimezoneId("Pacific/Auckland")
                .setLocale("en-GB"));
        return screen.newPage();
    }

    /** On the page that asks for it. */
    public static void signIn(Page page, Staff staff) {
        page.getByLabel("Email").fill(staff.email());
        page.getByLabel("Password").fill(Staff.PASSWORD);
        button(page.locator("body"), "Sign in").click();
    }

    /** By axe's rules, in whatever state the page is. */
    public static void opensToEveryone(Page page) {
        org.assertj.core.api.Assertions.assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .map(violation -> violation.getId() + ": "
                                        + violation.getNodes().getFirst().getHtml()))
                .isEmpty();
    }

    public static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** {@code bin/test} names it; an IDE finds Debian's. */
    private static Path executable() {
        return Stream.of(System.getenv("UNKNOT_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the browser tests need Chromium; bin/test installs it, or set UNKNOT_CHROMIUM to one"));
    }
}
