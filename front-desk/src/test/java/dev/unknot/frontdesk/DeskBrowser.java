package dev.unknot.frontdesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Chromium before the front desk alone: what the services say, a {@link FakeClinic} decides. Each screen is a browser of its
 * own. There is one Chromium for all tests of a run, and an account signs in once at each front desk for as long as its session
 * lasts: both take seconds.
 */
public final class DeskBrowser {

    /** Milliseconds; Playwright's own five seconds are less than a busy machine may stand still for. */
    private static final double PATIENCE = 30_000;

    private static @Nullable DeskBrowser shared;

    private final Browser browser;
    private final Map<SignedIn, String> sessions = new HashMap<>();
    private final Map<SignedIn, BrowserContext> known = new HashMap<>();

    private DeskBrowser(Browser browser) {
        this.browser = browser;
    }

    /** Whose browser remembers what of which front desk. */
    private record SignedIn(int port, Staff staff) {}

    /** It ends with the run. */
    public static DeskBrowser shared() {
        DeskBrowser started = shared;
        if (started == null) {
            started = start();
            shared = started;
        }
        return started;
    }

    private static DeskBrowser start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        return new DeskBrowser(browser);
    }

    /** Signed in, by way of the form, and on no page yet. */
    public Page signedIn(int port, Staff staff) {
        SignedIn who = new SignedIn(port, staff);
        Page page = screen(port, sessions.get(who));
        if (page.request().get("/password").ok()) {
            return page;
        }
        page.navigate("/sign-in");
        signIn(page, staff);
        assertThat(button(page.locator("body"), "Sign out")).isVisible();
        sessions.put(who, page.context().storageState());
        return page;
    }

    /**
     * A tab of a browser that has been there before: it keeps the styles and scripts, as a desk's does. For tests that leave
     * the session and the clock of the browser alone.
     */
    public Page tab(int port, Staff staff) {
        return known.compute(new SignedIn(port, staff), (who, context) -> {
                    // Another test may have ended every session.
                    if (context != null && context.request().get("/password").ok()) {
                        return context;
                    }
                    Page first = signedIn(port, staff);
                    first.navigate("about:blank");
                    return first.context();
                })
                .newPage();
    }

    private Page screen(int port, @Nullable String remembered) {
        Browser.NewContextOptions screen = new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(1440, 900)
                .setTimezoneId("Pacific/Auckland")
                .setLocale("en-GB");
        return browser.newContext(remembered == null ? screen : screen.setStorageState(remembered))
                .newPage();
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
