package dev.unknot.frontdesk.board.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.message.Answer;
import dev.unknot.common.message.MessageKind;
import dev.unknot.common.message.ReplyId;
import dev.unknot.common.message.ReplyView;
import dev.unknot.common.message.UnreachedId;
import dev.unknot.common.message.UnreachedView;
import dev.unknot.frontdesk.DeskBrowser;
import dev.unknot.frontdesk.Kreuzberg;
import dev.unknot.frontdesk.Staff;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on the pages can be read: short visits, long names and such from right to left, on a small phone too. */
class OnTheSheetTest extends AtTheBoard {

    private static final String LONG = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschafers";

    /** Text that a block shows, in a line of which the block's edge takes a part away. */
    private static final String CUT_OFF = """
            () => [...document.querySelectorAll('#day .block')].flatMap(block => [...block.querySelectorAll('span')]
              .filter(span => !span.children.length && span.getBoundingClientRect().width > 2)
              .filter(span => span.getBoundingClientRect().bottom > block.getBoundingClientRect().bottom
                && span.getBoundingClientRect().top < block.getBoundingClientRect().bottom)
              .map(span => block.dataset.rows + ': ' + span.textContent))
            """;

    /** Words of a table, but for the names, that stand in more than one line. */
    private static final String BROKEN = """
            () => [...document.querySelectorAll('.paper :is(thead th, td)')].flatMap(cell => {
              const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode();
              return [...(text?.data ?? '').matchAll(/\\p{L}+/gu)].filter(word => {
                const range = document.createRange();
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                return range.getClientRects().length > 1;
              }).map(word => word[0]);
            })
            """;

    private String day = "";

    @Override
    Page opens() {
        return browser.tab(port, Staff.OLGA);
    }

    @Override
    void closes() {
        page.close();
    }

    @BeforeEach
    void annaComes() {
        day = board.substring("/board?".length());
        comes(ANNA.name());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 15, 20, 30, 40, 60})
    void noLineOfAVisitIsCutThroughAndAllOfItIsReached(int minutes) {
        AppointmentView visit = visit(Duration.ofMinutes(minutes), AppointmentStatus.CONFIRMED);
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of(visit)));
        page.navigate("/board?" + day);
        Locator block = page.locator("#a-" + visit.id());
        assertThat(block).isVisible();

        assertThat(page.evaluate(CUT_OFF)).isEqualTo(List.of());
        block.focus();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowDown");
        assertThat(block).isFocused();
        assertThat(page.evaluate(CUT_OFF)).isEqualTo(List.of());
        // All at once: the sheet may be drawn anew at any moment.
        Object words = page.evaluate(
                "id => ['client', 'time', 'treatment'].filter(part =>"
                        + " document.querySelector(`[id='a-${id}'] .block-${part}`).getBoundingClientRect().width > 20)",
                visit.id().toString());
        assertThat(words).isEqualTo(List.of("client", "time", "treatment"));
    }

    @Test
    void aNameFromRightToLeftIsIsolatedInLabels() {
        comes("עדי Arnold");
        CLINIC.says(
                "/api/v1/appointments",
                ItemList.all(List.of(visit(Duration.ofMinutes(15), AppointmentStatus.CONFIRMED))));
        page.navigate("/board?" + day);

        assertThat(page.locator("#day .block").first().getAttribute("title")).contains("\u2068עדי Arnold\u2069");
        assertThat(page.locator("#day .free").first().getAttribute("aria-label"))
                .contains("\u2068Mira\u2069");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/board?", "/board/sheet?", "/worklist?", "/replies?", "/messages?", "/accounts?", "/password?"})
    void noPageIsWiderThanASmallPhone(String path) {
        comes(LONG);
        AppointmentView visit = visit(Duration.ofMinutes(60), AppointmentStatus.CONFIRMED);
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of(visit)));
        CLINIC.says("/api/v1/appointments/" + visit.id(), visit);
        CLINIC.says(
                "/api/v1/unreached-clients",
                ItemList.all(List.of(new UnreachedView(
                        new UnreachedId(UUID.randomUUID()),
                        1,
                        Kreuzberg.ANNA,
                        visit.id(),
                        Kreuzberg.ID,
                        MessageKind.FIRST_REMINDER,
                        start,
                        List.of(),
                        null))));
        CLINIC.says(
                "/api/v1/replies",
                ItemList.all(List.of(new ReplyView(
                        new ReplyId(UUID.randomUUID()),
                        1,
                        Kreuzberg.ANNA,
                        visit.id(),
                        Kreuzberg.ID,
                        Answer.UNCLEAR,
                        "+493012345",
                        LONG,
                        start,
                        null))));
        page.setViewportSize(360, 640);

        page.navigate(path + day);

        assertThat(page.locator("main")).isVisible();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }

    @Test
    void aLongNameBreaksNoWordBesideIt() {
        comes(LONG + LONG);
        CLINIC.says(
                "/api/v1/appointments",
                ItemList.all(List.of(visit(Duration.ofMinutes(60), AppointmentStatus.CONFIRMED))));
        page.navigate("/board/sheet?" + day);
        assertThat(page.locator(".paper tbody th")).hasText(LONG + LONG);

        assertThat(page.evaluate(BROKEN)).isEqualTo(List.of());
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(700, 900);
        assertThat(page.evaluate(BROKEN)).isEqualTo(List.of());
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void aDialogFitsOnASmallPhone() {
        comes(LONG);
        AppointmentView visit = visit(Duration.ofMinutes(60), AppointmentStatus.CONFIRMED);
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of(visit)));
        CLINIC.says("/api/v1/appointments/" + visit.id(), visit);
        CLINIC.says("/api/v1/appointments/" + visit.id() + "/history", ItemList.all(List.of()));
        page.setViewportSize(360, 640);
        page.navigate("/board?" + day);
        page.locator("#a-" + visit.id()).click();
        Locator dialog = page.locator("#dialog");
        assertThat(dialog.locator("#dialog-title")).hasText(LONG);
        dialog.locator("summary").getByText("Contact").click();
        assertThat(dialog.getByLabel("Phone")).isVisible();

        assertThat(dialog.evaluate("one => one.scrollWidth <= one.clientWidth")).isEqualTo(true);
    }

    @Test
    void aVisitOfTwoFitsOnASmallPhoneAndIsOpenToEveryone() {
        comesWith(new ClientView(Kreuzberg.BERND, 1, LONG, LONG + "@example.org", "+4930777", "de"));
        CLINIC.says("/api/v1/therapists/" + Kreuzberg.JONAS, Kreuzberg.therapist(Kreuzberg.JONAS, LONG));
        page.setViewportSize(360, 640);
        page.navigate("/board?" + day);
        page.locator("#a-" + visit).first().click();
        Locator dialog = page.locator("#dialog");
        assertThat(dialog.locator("#dialog-title")).hasText("Anna Arnold, " + LONG);
        assertThat(dialog.evaluate("one => one.scrollWidth <= one.clientWidth")).isEqualTo(true);
        DeskBrowser.opensToEveryone(page);
        page.navigate("/worklist");
        assertThat(page.locator(".work-clients li")).hasCount(2);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        DeskBrowser.opensToEveryone(page);
    }

    private void comes(String name) {
        var client = new ClientView(Kreuzberg.ANNA, 1, name, LONG + "@example.org", "+493012345", "de");
        CLINIC.says("/api/v1/clients", ItemList.all(List.of(client)));
        CLINIC.says(CLIENTS, "id", Kreuzberg.ANNA.toString(), ItemList.all(List.of(client)));
        CLINIC.says("/api/v1/clients/" + Kreuzberg.ANNA, client);
    }

    private AppointmentView visit(Duration length, AppointmentStatus status) {
        AppointmentView hour = Kreuzberg.visit(Kreuzberg.anId(), 4, status, start);
        return new AppointmentView(
                hour.id(),
                hour.version(),
                hour.revision(),
                hour.status(),
                hour.participants(),
                hour.treatmentId(),
                (int) length.toMinutes(),
                hour.locationId(),
                hour.zone(),
                hour.roomId(),
                hour.start(),
                hour.start().plus(length),
                hour.localStart(),
                hour.price(),
                List.of(),
                null,
                null,
                null);
    }
}
