package dev.unknot.frontdesk.board.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.unknot.frontdesk.DeskBrowser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.HistoryEntryView;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.OptOutView;
import dev.unknot.frontdesk.DeskBrowser;
import dev.unknot.frontdesk.Kreuzberg;
import dev.unknot.frontdesk.board.WallTime;
import dev.unknot.frontdesk.live.Announcer;
import dev.unknot.platform.event.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;

/** Whatever a page asks for in the background shows that it waits, that it failed, or the answer to that question and no other. */
class AnswersOnPagesTest extends AtTheBoard {

    /** A board asks by itself every minute, whether it is told or not. */
    private static final LocatorAssertions.HasCountOptions BEFORE_IT_LOOKS_ITSELF =
            new LocatorAssertions.HasCountOptions().setTimeout(40_000);

    /** Boxes to check that stand away from their words. */
    private static final String APART = """
        [...document.querySelectorAll('#dialog label.choice')]
          .filter(label => label.querySelector('span').getBoundingClientRect().left
            - label.querySelector('input').getBoundingClientRect().right > 16)
          .map(label => label.textContent.trim())
        """;

    /** Frames around nothing, and fields of a contact without one. */
    private static final String UNFRAMED = """
        (() => {
          const framed = one => getComputedStyle(one).borderTopWidth !== '0px' && !one.matches('input, select, button');
          const shown = [...document.querySelectorAll('#dialog-body *')].filter(one => one.checkVisibility());
          const empty = shown.filter(one => framed(one) && !one.firstElementChild && !one.textContent.trim());
          const bare = shown.filter(one => one.id.startsWith('contact-phone'))
            .filter(one => { do { one = one.parentElement; } while (one.id !== 'dialog-body' && !framed(one)); return one.id === 'dialog-body'; });
          return [...empty, ...bare].map(one => one.outerHTML);
        })()
        """;

    @Autowired
    Events events;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    private static final ClientView BERND = new ClientView(Kreuzberg.BERND, 1, "Bernd Bär", null, "+4930777", "de");

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
    void theBoardIsOpen() {
        CLINIC.says(CLIENTS, ItemList.all(List.of()));
        page.navigate(board);
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

    @Test
    void whatIsTypedTheMomentADialogAppearsIsLookedFor() {
        page.evaluate("""
            () => new MutationObserver((_, observer) => {
              const find = document.querySelector('#dialog-body input[name=q]');
              if (!find) return;
              observer.disconnect();
              find.value = 'ann';
              find.dispatchEvent(new InputEvent('input', { bubbles: true }));
            }).observe(document.getElementById('dialog-body'), { childList: true, subtree: true })
            """);

        assertThat(hit(booking())).isVisible();
    }

    @Test
    void eightBoardsOfABrowserAnswerAndFollowOnOneStream() {
        List<Request> streams = streams();
        List<Page> boards = Stream.concat(
                        Stream.of(page),
                        Stream.generate(() -> page.context().newPage()).limit(7))
                .toList();
        boards.forEach(one -> one.navigate(board));

        for (Page one : boards) {
            one.locator("#a-" + visit).click();
            assertThat(one.locator("#dialog-title")).hasText("Anna Arnold");
        }
        page.waitForCondition(() -> streams.size() == 1);
        AppointmentId other = booksElsewhere();

        for (Page one : boards) {
            assertThat(one.locator("#a-" + other)).hasCount(1, BEFORE_IT_LOOKS_ITSELF);
        }
        org.assertj.core.api.Assertions.assertThat(streams).hasSize(1);
    }

    @Test
    void aBoardThatIsHiddenLeavesTheStreamToAnotherAndCatchesUpWhenItIsShown() {
        List<Request> streams = streams();
        // A stream begins with news: the day that is asked for then must not be told after the tab is hidden.
        page.waitForResponse("**/board/day?**", () -> page.navigate(board));
        page.waitForCondition(() -> streams.size() == 1);
        Page beside = page.context().newPage();
        beside.navigate(board);

        shown(page, false);
        page.waitForCondition(
                () -> streams.size() == 1 && streams.getFirst().frame().page().equals(beside));
        AppointmentId other = booksElsewhere();

        assertThat(beside.locator("#a-" + other)).hasCount(1, BEFORE_IT_LOOKS_ITSELF);
        assertThat(page.locator("#a-" + other)).hasCount(0);
        shown(beside, false);
        page.waitForCondition(streams::isEmpty);
        shown(page, true);
        assertThat(page.locator("#a-" + other)).hasCount(1, BEFORE_IT_LOOKS_ITSELF);
        page.waitForCondition(() -> streams.size() == 1);
    }

    @ParameterizedTest
    @EnumSource
    void aSearchWithoutAnAnswerSaysSoInItsPlaceAndCanBeAskedAgain(Failure failure) {
        Locator dialog = booking();
        find(dialog).pressSequentially("an");
        assertThat(dialog.getByText("Nobody found")).isVisible();
        page.route("**/clients?*", failure::meets);
        if (failure == Failure.TOO_LATE) {
            page.evaluate("htmx.config.timeout = 1000");
        }

        find(dialog).press("n");

        assertThat(dialog.locator("#clients")).containsText(failure.said);
        assertThat(dialog.getByText("Nobody found")).hasCount(0);
        DeskBrowser.opensToEveryone(page);
        page.unroute("**/clients?*");
        // Whoever asks again waits for the server as long as ever.
        page.evaluate("htmx.config.timeout = 15000");
        button(dialog, "Ask again").click();
        assertThat(hit(dialog)).isVisible();
        assertThat(page.locator(".notice.refused")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource
    void aSearchForOtherTimesWithoutAnAnswerSaysSoInItsPlaceAndCanBeAskedAgain(Failure failure) {
        var uncovered = Kreuzberg.displaced(Kreuzberg.visit(visit, 4, AppointmentStatus.BOOKED, start));
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of(uncovered)));
        CLINIC.says("/api/v1/appointments/" + visit, uncovered);
        CLINIC.says("/api/v1/slots", Kreuzberg.slots(Kreuzberg.MIRA, start.plusSeconds(3_600)));
        page.route("**/alternatives", failure::meets);
        if (failure == Failure.TOO_LATE) {
            // It asks as soon as it is seen; whoever asks again waits as long as ever.
            page.addInitScript("""
                addEventListener('htmx:configRequest', ({ detail }) => {
                  if (!detail.path.endsWith('/alternatives') || window.asked) return;
                  window.asked = true;
                  detail.timeout = 1000;
                });
                """);
        }

        page.navigate("/worklist");

        Locator work = page.locator(".work");
        assertThat(work).containsText(failure.said);
        assertThat(work.getByText("Looking for free times")).hasCount(0);
        DeskBrowser.opensToEveryone(page);
        page.unroute("**/alternatives");
        button(work, "Ask again").click();
        assertThat(work.locator(".work-choices button")).isVisible();
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
    void whatAPageAsksByItselfIsAskedAgainAsSoonAsTheNetworkIsBack() {
        // Neither a stream nor the minute that passes brings it.
        page.addInitScript("Object.defineProperty(document, 'hidden', { value: true })");
        page.reload();
        assertThat(page.locator(".htmx-request")).hasCount(0);
        page.context().setOffline(true);
        page.evaluate("htmx.trigger(document.body, 'board-changed')");
        page.evaluate("htmx.trigger(document.body, 'waiting-changed')");
        assertThat(page.locator("#refusal")).hasText("The connection was lost. What you see may be out of date.");

        page.context().setOffline(false);

        assertThat(page.locator("#refusal")).isEmpty();
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
        page.waitForCondition(() -> !slow.isEmpty());
        page.waitForResponse("**/appointments/" + visit, () -> slow.getFirst().resume());
        page.waitForTimeout(200);
        assertThat(page.locator("#dialog-title")).hasText("Book a visit");
    }

    @Test
    void theAnswerToABookingThatWasLeftLeavesWhatIsOpenSinceAlone() {
        CLINIC.takes("/api/v1/appointments", Kreuzberg.visit(Kreuzberg.anId(), 1, AppointmentStatus.BOOKED, start));
        List<Route> slow = new CopyOnWriteArrayList<>();
        Locator dialog = aBookingOfAnna(slow);
        page.locator("#a-" + visit).click();
        assertThat(page.locator("#dialog-title")).hasText("Anna Arnold");

        slow.getFirst().resume();

        assertThat(page.locator("#said")).containsText("\u2068Anna Arnold\u2069 is booked for");
        assertThat(dialog).isVisible();
        assertThat(page.locator("#dialog-title")).hasText("Anna Arnold");
    }

    @Test
    void theRefusalOfABookingThatWasLeftIsToldWhereTheDeskIsByThen() {
        CLINIC.refuses("/api/v1/appointments", 409, "slot-taken");
        List<Route> slow = new CopyOnWriteArrayList<>();
        var unused = aBookingOfAnna(slow);
        page.locator("#a-" + visit).click();
        assertThat(page.locator("#dialog-title")).hasText("Anna Arnold");

        slow.getFirst().resume();

        assertThat(page.locator("#dialog-refusal")).hasText("\u2068Anna Arnold\u2069: A sentence about slot-taken.");
        assertThat(page.locator("#dialog-title")).hasText("Anna Arnold");
    }

    @Test
    void howSomebodyIsReachedIsGoneAsSoonAsSomebodyElseIsLookedFor() {
        Locator dialog = booking();
        find(dialog).pressSequentially("ann");
        hit(dialog).check();
        assertThat(dialog.locator("#client-contact summary")).containsText("+493012345");
        page.route("**/clients?*", route -> {});

        find(dialog).press("x");

        assertThat(dialog.getByText("Looking for clients")).isVisible();
        assertThat(dialog.locator("#client-contact")).isEmpty();
    }

    @Test
    void aContactThatIsSavedLateIsNotTakenForThatOfWhomeverIsChosenSince() {
        ClientView bea = new ClientView(
                ClientId.of("01900000-0000-7000-8000-0000000000f2"), 1, "Bea Bär", null, "+4930777", "de");
        CLINIC.says(CLIENTS, "q", "a", ItemList.all(List.of(ANNA, bea)));
        CLINIC.says(CLIENTS + "/" + bea.id(), bea);
        CLINIC.takesPut(
                CLIENTS + "/" + Kreuzberg.ANNA, new ClientView(ANNA.id(), 2, "Anna Arnold", null, "+493099", "de"));
        List<Route> slow = new CopyOnWriteArrayList<>();
        page.route("**/clients/contact", slow::add);
        Locator dialog = booking();
        find(dialog).pressSequentially("a");
        hit(dialog).check();
        dialog.locator("#client-contact summary").click();
        dialog.locator("#contact-phone").fill("+493099");
        button(dialog, "Save contact").click();
        page.waitForCondition(() -> !slow.isEmpty());

        dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("Bea")))
                .check();
        assertThat(dialog.locator("#client-contact summary")).containsText("+4930777");
        slow.getFirst().resume();

        assertThat(page.locator("#dialog-refusal")).containsText("Anna Arnold");
        assertThat(page.locator("#dialog-refusal")).containsText("The contact is saved.");
        assertThat(dialog.locator("#client-contact summary")).containsText("+4930777");
    }

    @Test
    void aContactIsSavedAlsoWhileThatOfSomebodyElseIsOnItsWay() {
        CLINIC.says(CLIENTS, "q", "a", ItemList.all(List.of(ANNA, BERND)));
        CLINIC.says(CLIENTS + "/" + BERND.id(), BERND);
        for (ClientView one : List.of(ANNA, BERND)) {
            CLINIC.takesPut(CLIENTS + "/" + one.id(), new ClientView(one.id(), 2, one.name(), null, "+493099", "de"));
        }
        List<Route> slow = new CopyOnWriteArrayList<>();
        page.route("**/clients/contact", slow::add);
        Locator dialog = booking();
        find(dialog).pressSequentially("a");
        for (ClientView one : List.of(ANNA, BERND)) {
            dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile(one.name())))
                    .check();
            assertThat(dialog.locator("#client-contact summary")).containsText(Objects.requireNonNull(one.phone()));
            dialog.locator("#client-contact summary").click();
            dialog.locator("#contact-phone").fill("+493099");
            button(dialog, "Save contact").click();
            assertThat(button(dialog, "Save contact")).isDisabled();
        }

        page.waitForCondition(() -> slow.size() == 2);
        slow.forEach(Route::resume);

        assertThat(page.locator("#dialog-refusal")).containsText("Anna Arnold");
        assertThat(dialog.locator("#client-contact")).containsText("The contact is saved.");
        assertThat(CLINIC.changes()).hasSize(2);
    }

    @Test
    void aVisitThatIsChangedElsewhereSaysSoInItsDialogAndIsDrawnAnewUnderWhoeverOnlyLooks() {
        page.setViewportSize(1440, 500);
        page.locator("#a-" + visit).click();
        Locator dialog = page.locator("#dialog");
        Locator move = dialog.locator("summary").getByText("Move", new Locator.GetByTextOptions().setExact(true));
        move.press("Enter");
        assertThat(button(dialog, "Move the visit")).isVisible();
        page.evaluate("dialog.scrollTop = 40");
        Object seen = move.evaluate("one => Math.round(one.getBoundingClientRect().top)");
        page.evaluate("""
            new MutationObserver(() => { window.heard = (window.heard ?? 0) + 1; })
              .observe(document.getElementById('visit-change'), { childList: true })
            """);

        movesElsewhere();

        assertThat(dialog.locator("[role=status]").filter(new Locator.FilterOptions().setHasText("has changed")))
                .hasText("This visit has changed: moved to " + new WallTime(Kreuzberg.ZONE).moment(moved())
                        + " (\u2068the client\u2069).");
        assertThat(dialog.locator("#visit-head")).containsText(whenItIsNow());
        assertThat(button(dialog, "Show it as it is now")).not().isVisible();
        assertThat(button(dialog, "Move the visit")).isVisible();
        assertThat(move).isFocused();
        assertThat(move.evaluate("one => Math.round(one.getBoundingClientRect().top)"))
                .isEqualTo(seen);
        DeskBrowser.opensToEveryone(page);
        page.waitForResponse("**/change?*", () -> news());
        assertThat(page.evaluate("window.heard")).isEqualTo(1);
    }

    @Test
    void whatIsTypedIntoTheDialogOfAVisitThatIsChangedElsewhereStaysAndIsPutBackWhenItIsDrawnAnew() {
        page.locator("#a-" + visit).click();
        Locator dialog = page.locator("#dialog");
        dialog.locator("summary")
                .getByText("Move", new Locator.GetByTextOptions().setExact(true))
                .click();
        dialog.getByLabel("Start").fill("16:25");

        movesElsewhere();

        assertThat(dialog.locator("#visit-change")).containsText("This visit has changed: moved to");
        assertThat(dialog.locator("#visit-head")).not().containsText(whenItIsNow());
        assertThat(dialog.getByLabel("Start")).hasValue("16:25");
        DeskBrowser.opensToEveryone(page);
        button(dialog, "Show it as it is now").click();
        assertThat(dialog.locator("#visit-head")).containsText(whenItIsNow());
        assertThat(dialog.getByLabel("Start")).hasValue("16:25");
        // Nobody typed that one.
        assertThat(dialog.getByLabel("Day"))
                .hasValue(moved().atZone(Kreuzberg.ZONE).toLocalDate().toString());
        assertThat(dialog.locator("#visit-change")).isEmpty();
        assertThat(button(dialog, "Show it as it is now")).not().isVisible();
    }

    @Test
    void whoIsAskedWhetherToCancelAVisitIsAskedAgainAboutTheVisitAsItIsNow() {
        page.locator("#a-" + visit).click();
        Locator dialog = page.locator("#dialog");
        button(dialog, "Cancel …").click();
        dialog.getByLabel("Why").selectOption("therapist-ill");

        movesElsewhere();

        button(dialog, "Show it as it is now").click();
        assertThat(dialog.getByLabel("Why")).hasValue("therapist-ill");
        assertThat(dialog.getByText(whenItIsNow())).isVisible();
        assertThat(dialog.locator("[name=version]")).hasValue("5");
    }

    @Test
    void whatADeskDoesItselfIsNotToldItAsNews() {
        CLINIC.takes(
                "/api/v1/appointments/" + visit + "/confirmation",
                Kreuzberg.visit(visit, 5, AppointmentStatus.CONFIRMED, start));
        Route confirmation = confirms();
        Locator dialog = page.locator("#dialog");

        page.waitForResponse("**/change?*", this::movesElsewhere);
        confirmation.resume();

        assertThat(dialog.locator("#visit-head")).containsText(whenItIsNow());
        assertThat(page.locator(".htmx-request")).hasCount(0);
        assertThat(dialog.locator("#visit-change")).isEmpty();
    }

    @Test
    void aDialogHearsOfChangesAlsoAfterOneThatWasClosedBeforeItsAnswer() {
        CLINIC.takes(
                "/api/v1/appointments/" + visit + "/confirmation",
                Kreuzberg.visit(visit, 4, AppointmentStatus.BOOKED, start));
        Route confirmation = confirms();
        Locator dialog = page.locator("#dialog");
        page.keyboard().press("Escape");
        page.waitForResponse("**/appointments/*/confirmation", confirmation::resume);
        page.locator("#a-" + visit).click();
        assertThat(button(dialog, "Confirm")).isVisible();

        movesElsewhere();

        assertThat(dialog.locator("#visit-head")).containsText(whenItIsNow());
    }

    @Test
    void aDialogThatCouldNotBeDrawnAnewIsDrawnWhenSomebodyWantsIt() {
        page.locator("#a-" + visit).click();
        Locator dialog = page.locator("#dialog");
        assertThat(button(dialog, "Confirm")).isVisible();
        page.route("**/appointments/" + visit, Route::abort);

        movesElsewhere();

        assertThat(button(dialog, "Show it as it is now")).isVisible();
        page.unroute("**/appointments/" + visit);
        button(dialog, "Show it as it is now").click();
        assertThat(dialog.locator("#visit-head")).containsText(whenItIsNow());
        assertThat(dialog.locator("#visit-change")).isEmpty();
    }

    @Test
    void aQuestionTakesNothingOfWhatWasTypedAway() {
        page.route("**/appointments/*/confirmation", AnswersOnPagesTest::asks);
        page.locator("#a-" + visit).click();
        Locator dialog = page.locator("#dialog");
        dialog.locator("summary")
                .getByText("Move", new Locator.GetByTextOptions().setExact(true))
                .click();
        dialog.getByLabel("Start").fill("16:25");

        button(dialog, "Confirm").click();

        assertThat(dialog.locator("[data-asks]")).isVisible();
        assertThat(dialog.getByLabel("Start")).hasValue("16:25");
        button(dialog, "Not yet").click();
        assertThat(dialog.locator("[data-asks]")).hasCount(0);
        assertThat(dialog.locator("#dialog-title")).isFocused();
        assertThat(dialog.getByLabel("Start")).hasValue("16:25");
    }

    @Test
    void aQuestionThatNobodySeesIsToldAsWhatWasNotDone() {
        Route confirmation = confirms();
        page.keyboard().press("Escape");

        asks(confirmation);

        assertThat(page.locator("#refusal"))
                .containsText("Nothing was done. It is 12:00, and the visit begins at 14:00.");
        assertThat(page.locator("#refusal button")).hasCount(0);
    }

    /** Presses the button of the visit, and gives what is on its way then. */
    private Route confirms() {
        List<Route> slow = new CopyOnWriteArrayList<>();
        page.route("**/appointments/*/confirmation", slow::add);
        page.locator("#a-" + visit).click();
        button(page.locator("#dialog"), "Confirm").click();
        page.waitForCondition(() -> !slow.isEmpty());
        return slow.getFirst();
    }

    /** As before a step that comes early, which a visit of tomorrow does not offer. */
    private static void asks(Route route) {
        String dialog = route.fetch(new Route.FetchOptions()
                        .setMethod("GET")
                        .setUrl(route.request().url().replace("/confirmation", "")))
                .text();
        route.fulfill(new Route.FulfillOptions()
                .setContentType("text/html")
                .setBody(dialog.replaceFirst(
                        "<form class=\"row\"",
                        "<div class=\"notice warning stack\" role=\"alert\" data-asks>"
                                + "<p>It is 12:00, and the visit begins at 14:00.</p>"
                                + "<button type=\"button\" autofocus data-not-yet>Not yet</button></div>$0")));
    }

    @Test
    void aNumberThatIsPutRightInTheBookingStandsBesideTheChosenClientTooAndEachFaultAtItsField() {
        CLINIC.takesPut(
                CLIENTS + "/" + Kreuzberg.ANNA, new ClientView(ANNA.id(), 2, "Anna Arnold", null, "+493099", "de"));
        Locator dialog = booking();
        find(dialog).pressSequentially("ann");
        hit(dialog).check();
        dialog.locator("#client-contact summary").click();
        dialog.locator("summary").getByText("New client").click();
        DeskBrowser.opensToEveryone(page);
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('[id]')].map(one => one.id).filter((id, at, all) => all.indexOf(id) !== at)"))
                .isEqualTo(List.of());
        dialog.locator("#contact-phone").fill("+493099");
        button(dialog, "Save contact").click();

        assertThat(dialog.getByText("The contact is saved.")).isVisible();
        assertThat(dialog.locator("#clients")).containsText("+493099");
        assertThat(hit(dialog)).isChecked();
        CLINIC.refusesPut(CLIENTS + "/" + Kreuzberg.ANNA, 422, "invalid-phone", "phone");
        dialog.locator("#client-contact summary").click();
        dialog.locator("#contact-phone").fill("1");
        button(dialog, "Save contact").click();
        assertThat(dialog.locator("#wrong-contact-phone")).hasText("A sentence about invalid-phone.");
        assertThat(dialog.locator("#wrong-new-phone")).isEmpty();
        DeskBrowser.opensToEveryone(page);
    }

    @Test
    void ofAVisitOfTwoEachIsReachedAndPutRight() {
        comesWith(BERND);
        CLINIC.says(
                CLIENTS + "/" + Kreuzberg.ANNA + "/opt-outs",
                ItemList.all(Stream.of(Channel.SMS, Channel.EMAIL)
                        .map(channel -> new OptOutView(channel, false, null, null, null))
                        .toList()));
        page.reload();
        page.locator(".track[data-therapist='" + Kreuzberg.JONAS + "'] .block").click();
        Locator dialog = page.locator("#dialog");
        assertThat(page.locator("#dialog-title")).hasText("Anna Arnold, Bernd Bär");
        Locator anna =
                dialog.locator("details.visit-more").filter(new Locator.FilterOptions().setHasText("Contact of Anna"));
        Locator bernd =
                dialog.locator("details.visit-more").filter(new Locator.FilterOptions().setHasText("Contact of Bernd"));
        anna.locator("summary").press("Enter");
        assertThat(anna.getByLabel("Phone")).hasValue("+493012345");
        bernd.locator("summary").press("Enter");
        assertThat(bernd.getByLabel("Phone")).hasValue("+4930777");
        assertThat(anna.getByLabel("No texts (SMS)")).isVisible();
        assertThat(page.evaluate(APART)).isEqualTo(List.of());
        assertThat(page.evaluate(UNFRAMED)).isEqualTo(List.of());
        DeskBrowser.opensToEveryone(page);
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('#dialog [id]')].map(one => one.id).filter((id, at, all) => all.indexOf(id) !== at)"))
                .isEqualTo(List.of());
        ClientView corrected = new ClientView(BERND.id(), 2, "Bernd Baer", null, "+493099", "de");
        CLINIC.takesPut(CLIENTS + "/" + BERND.id(), corrected);
        comesWith(corrected);
        bernd.getByLabel("Phone").fill("+493099");
        button(bernd, "Save contact").click();

        assertThat(bernd.getByText("The contact is saved.")).isVisible();
        assertThat(page.locator("#dialog-title")).hasText("Anna Arnold, Bernd Baer");
        assertThat(dialog.locator("#visit-head")).containsText("+493099");
        assertThat(bernd.locator("summary")).hasText("Contact of Bernd Baer");
        assertThat(anna.getByLabel("Phone")).hasValue("+493012345");
        assertThat(anna.getByText("The contact is saved.")).hasCount(0);
        assertThat(CLINIC.changes())
                .singleElement()
                .satisfies(put -> assertThat(put.getUrl()).endsWith("/clients/" + BERND.id()));
        DeskBrowser.opensToEveryone(page);
    }

    @Test
    void whoAddsAClientByTheKeyboardGoesOnAtTheOneWhoIsChosen() {
        CLINIC.takes(CLIENTS, ANNA);
        Locator dialog = booking();
        dialog.locator("summary").getByText("New client").click();
        dialog.locator("[name=newName]").fill("Anna Arnold");
        button(dialog, "Add this client").focus();

        page.keyboard().press("Enter");

        assertThat(hit(dialog)).isChecked();
        assertThat(hit(dialog)).isFocused();
    }

    @Test
    void whoAsksAgainByTheKeyboardGoesOnAtTheAnswer() {
        Locator dialog = booking();
        page.route("**/clients?*", Route::abort);
        find(dialog).pressSequentially("ann");
        button(dialog, "Ask again").focus();
        page.unroute("**/clients?*");

        page.keyboard().press("Enter");

        assertThat(hit(dialog)).isFocused();
    }

    @Test
    void aTimeThatIsHeldLeavesTheBoardWhenItEnds() {
        page.clock().install();
        var held = Kreuzberg.held(
                Kreuzberg.anId(), start.plusSeconds(3_600), clock.instant().plusSeconds(30));
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of(held)));
        page.reload();
        assertThat(page.locator("#a-" + held.id())).isVisible();
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of()));

        // Before the board looks by itself.
        page.clock().fastForward("00:31");

        assertThat(page.locator("#a-" + held.id())).hasCount(0);
    }

    @Test
    void whatIsHeldInTheDialogSaysWhenItIsNoLonger() {
        page.clock().install();
        page.reload();
        CLINIC.takes(
                "/api/v1/holds",
                Kreuzberg.held(
                        Kreuzberg.anId(),
                        start.plusSeconds(3_600),
                        clock.instant().plusSeconds(600)));
        Locator dialog = booking();
        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":60");
        assertThat(dialog.locator("#hold")).containsText("for you until");

        page.clock().fastForward("10:01");

        assertThat(dialog.locator("#hold")).containsText("No longer held.");
    }

    @Test
    void aWaitThatIsLongerThanAMomentIsShown() {
        Locator dialog = booking();
        page.route("**/clients?*", route -> {});

        find(dialog).pressSequentially("ann");

        assertThat(dialog.locator("#clients[aria-busy=true]")).hasText("Looking for clients …");
        assertThat(dialog.getByText("Looking for clients")).isVisible();
    }

    @Test
    void aMoveThatWasOnlyTriedAndHasNoAnswerChangedNothing() {
        page.route("**/move/trial", Route::abort);
        page.locator("#a-" + visit).focus();
        page.keyboard().press("m");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page.locator("#refusal")).hasText("No answer came. It was only tried, so nothing was changed.");
    }

    /** Those that are open now, of all tabs. */
    private List<Request> streams() {
        List<Request> open = new CopyOnWriteArrayList<>();
        page.context().onRequest(request -> {
            if (request.url().endsWith("/live")) {
                open.add(request);
            }
        });
        page.context().onRequestFailed(open::remove);
        page.context().onRequestFinished(open::remove);
        // The stream of a document that is left ends with it, which a browser need not tell.
        page.onFrameNavigated(frame -> open.removeIf(request -> request.frame().equals(frame)));
        return open;
    }

    /** The client chooses an hour later of the next day, and the board hears of it. */
    private void movesElsewhere() {
        AppointmentView later = Kreuzberg.visit(visit, 5, AppointmentStatus.BOOKED, moved());
        CLINIC.says("/api/v1/appointments/" + visit, later);
        CLINIC.says(
                "/api/v1/appointments/" + visit + "/history",
                ItemList.all(List.of(new HistoryEntryView(
                        5,
                        "dev.unknot.appointment.rescheduled.v1",
                        clock.instant(),
                        "client:" + visit,
                        "client-asked",
                        AppointmentStatus.BOOKED,
                        moved(),
                        null,
                        List.of()))));
        news();
    }

    private String whenItIsNow() {
        WallTime clock = new WallTime(Kreuzberg.ZONE);
        return clock.time(moved()) + "–" + clock.time(moved().plus(Duration.ofHours(1)));
    }

    private Instant moved() {
        return start.plus(Duration.ofHours(25));
    }

    private void news() {
        page.evaluate("htmx.trigger(document.body, 'news-day')");
    }

    private AppointmentId booksElsewhere() {
        var booked = Kreuzberg.visit(visit, 4, AppointmentStatus.BOOKED, start);
        var other = Kreuzberg.visit(Kreuzberg.anId(), 1, AppointmentStatus.BOOKED, start.minusSeconds(3_600));
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of(booked, other)));
        Announcer.bookedAt(Kreuzberg.ID, events, kafka);
        return other.id();
    }

    /** In a browser without a screen all tabs are shown. */
    private static void shown(Page tab, boolean shown) {
        tab.evaluate(
                "shown => { Object.defineProperty(document, 'hidden', { configurable: true, value: !shown });"
                        + " document.dispatchEvent(new Event('visibilitychange')); }",
                shown);
    }

    /** Sent, and the dialog closed, before the answer is there. */
    private Locator aBookingOfAnna(List<Route> slow) {
        page.route("**/board/bookings", slow::add);
        CLINIC.takes(
                "/api/v1/holds",
                Kreuzberg.held(Kreuzberg.anId(), start, clock.instant().plusSeconds(600)));
        Locator dialog = booking();
        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":60");
        assertThat(dialog.locator("#hold")).containsText("for you until");
        find(dialog).pressSequentially("ann");
        hit(dialog).check();
        button(dialog, "Book").click();
        page.waitForCondition(() -> !slow.isEmpty());
        button(dialog, "Close").click();
        assertThat(dialog).not().isVisible();
        return dialog;
    }
}
