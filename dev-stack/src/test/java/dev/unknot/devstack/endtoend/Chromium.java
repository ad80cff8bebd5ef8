package dev.unknot.devstack.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The one Chromium of the browser tests, without a head; each context is a browser of its own to the pages. */
final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    /** Milliseconds; Playwright's own five seconds are less than a busy machine may stand still for. */
    private static final double PATIENCE = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(ARGUMENTS));
        return new Chromium(playwright, browser);
    }

    /** A desk's screen. Its zone is that of none of the clinics. */
    BrowserContext desk(ColorScheme scheme) {
        return desk(scheme, 1);
    }

    /** With so many of the screen's points to a pixel of the page, as a zoomed page has. */
    BrowserContext desk(ColorScheme scheme, double scale) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setDeviceScaleFactor(scale)
                .setColorScheme(scheme)
                .setTimezoneId("Pacific/Auckland")
                .setLocale("en-GB"));
    }

    BrowserContext phone(ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true)
                .setColorScheme(scheme)
                .setTimezoneId("Pacific/Auckland")
                .setLocale("en-GB"));
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
