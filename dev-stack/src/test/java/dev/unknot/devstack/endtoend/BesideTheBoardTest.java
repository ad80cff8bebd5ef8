package dev.unknot.devstack.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.unknot.devstack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a desk does with a day beside moving blocks over it: prints it, finds what was cancelled, comes back to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BesideTheBoardTest {

    private static final Pattern SPAN = Pattern.compile("\\d\\d:\\d\\d–\\d\\d:\\d\\d");

    private final Stack stack = DemoTuesday.begin();
    private final Chromium chromium = Chromium.start();
    private final BrowserContext browser = chromium.desk(ColorScheme.LIGHT);
    private final DeskScreen desk = DeskScreen.signedIn(browser, stack);
    private final Page page = desk.page();

    @AfterAll
    void close() {
        browser.close();
        chromium.close();
        DemoTuesday.end();
    }

    @Test
    void everyVisitOfTheDayIsOnTheDaySheetThatIsPrinted() {
        kreuzberg();
        List<String> clients =
                page.locator("#day .block:not(.blocked) .block-client").allTextContents();
        List<String> times = page.locator("#day .block .block-time").allTextContents();

        link("Day sheet").click();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Print")))
                .isVisible();
        // A cell may be printed on two lines.
        String printed = text(page.pdf(new Page.PdfOptions().setFormat("A4"))).replaceAll("\\s+", " ");

        assertThat(clients).hasSizeGreaterThan(7);
        assertThat(clients).allSatisfy(client -> assertThat(printed).contains(client));
        assertThat(SPAN.matcher(printed).results().count()).isGreaterThanOrEqualTo(times.size());
        assertThat(times).allSatisfy(time -> assertThat(printed).contains(time));
        assertThat(printed).contains("+49").doesNotContain("Sign out", "Alone");
    }

    @Test
    void aCancelledVisitIsFoundBesideItsDayAndTakenBackThere() {
        kreuzberg();
        Locator block = page.locator("#day .block.movable").last();
        String id = block.getAttribute("id").substring(2);
        block.click();
        button("Cancel …").click();
        desk.dialog().getByLabel("Why").selectOption("booked-by-mistake");
        button("Cancel the visit").click();
        assertThat(desk.block(id)).hasCount(0);
        page.keyboard().press("Escape");

        page.locator("#cancelled summary").click();
        Locator cancelled = page.locator("#x-" + id);
        assertThat(cancelled).containsText("booked by mistake");
        cancelled.click();
        button("Take the cancellation back").click();
        assertThat(desk.block(id)).isVisible();
        page.keyboard().press("Escape");
    }

    @Test
    void theMenusBoardLeadsBackToTheDayThatWasLookedAt() {
        kreuzberg();
        page.locator("a[rel=next]").click();
        page.waitForURL(url -> url.contains("date="));
        String title = page.title();
        link("Messages").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Messages")))
                .isVisible();

        link("Board").click();

        assertThat(page).hasTitle(title);
    }

    @Test
    void aNameThatRunsFromRightToLeftLeavesTheNumberBesideItAlone() {
        kreuzberg();
        page.locator("#day .free").last().click();
        desk.dialog().getByLabel("Find").pressSequentially("an");
        assertThat(page.locator(".client-choice").first()).isVisible();

        Object apart = page.evaluate("""
            () => {
              const name = document.querySelector('.client-choice span span');
              const phone = document.querySelector('.client-choice small');
              name.textContent = 'משה כהן';
              phone.textContent = '030 1234';
              return phone.getBoundingClientRect().left >= name.getBoundingClientRect().right;
            }
            """);

        assertThat(apart).isEqualTo(true);
        // Escape empties the search first.
        button("Cancel").click();
    }

    @Test
    void onAPhoneTheWholeMenuIsInSight() {
        try (BrowserContext phone = chromium.phone(ColorScheme.LIGHT)) {
            Page small = DeskScreen.signedIn(phone, stack).page();
            for (Locator entry : small.locator(".shell nav a").all()) {
                var box = entry.boundingBox();
                assertThat(box.x + box.width).as(entry.textContent()).isLessThanOrEqualTo(390);
            }
        }
    }

    private void kreuzberg() {
        page.navigate(page.url().replaceAll("(http://[^/]+).*", "$1") + "/board?location="
                + DemoTuesday.location("Unknot Kreuzberg"));
        assertThat(page.locator("#day .block").first()).isVisible();
    }

    private Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(String name) {
        return desk.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
