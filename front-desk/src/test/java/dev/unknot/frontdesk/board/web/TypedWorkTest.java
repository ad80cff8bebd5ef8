package dev.unknot.frontdesk.board.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.unknot.frontdesk.DeskBrowser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.client.ClientCandidate;
import dev.unknot.common.client.ClientCandidate.Likeness;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.frontdesk.DeskBrowser;
import dev.unknot.frontdesk.Kreuzberg;
import dev.unknot.frontdesk.Staff;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody has typed is not lost: not when their session ends, not by a reload, a refusal or news. */
class TypedWorkTest extends AtTheBoard {

    private static final String DRAFTS = "Object.keys(sessionStorage).filter(key => key.startsWith('draft:')).length";

    /** What is taken back, or waits, for as long stays. */
    private static final String NEVER_AFTER_SIX_SECONDS =
            "const wait = setTimeout; window.setTimeout = (deed, after, ...rest) => after === 6000 ? 0 : wait(deed, after, ...rest)";

    @Autowired
    JdbcClient database;

    @BeforeEach
    void theBoardIsOpen() {
        CLINIC.takes(CLIENTS, ANNA);
        CLINIC.takes("/api/v1/appointments", Kreuzberg.visit(visit, 4, AppointmentStatus.BOOKED, start));
        CLINIC.takes("/api/v1/holds", Kreuzberg.visit(Kreuzberg.anId(), 1, AppointmentStatus.HELD, start));
        opensAndHearsItsFirstNews(() -> page.navigate(board));
    }

    @Test
    void aSessionThatEndsInABookingComesBackToItAsItWas() {
        Locator dialog = booking();
        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":60");
        dialog.getByLabel("Find").pressSequentially("ann");
        hit(dialog).check();
        everySessionEnds();
        button(dialog, "Book").click();
        page.waitForURL("**/sign-in?**");

        DeskBrowser.signIn(page, Staff.OLGA);

        assertThat(page.locator("#dialog-title")).hasText("Book a visit");
        assertThat(page.url()).endsWith(board);
        assertThat(dialog.getByLabel("Treatment")).hasValue(Kreuzberg.SWEDISH + ":60");
        assertThat(hit(dialog)).isChecked();
        button(dialog, "Book").click();
        assertThat(dialog).not().isVisible();
        page.reload();
        assertThat(page.locator("#day .free").first()).isVisible();
        assertThat(dialog).not().isVisible();
    }

    @Test
    void aReloadBringsTheHoldAndWhatWasTypedBackTogether() {
        var held = Kreuzberg.held(
                Kreuzberg.anId(), start.plusSeconds(6_300), clock.instant().plusSeconds(600));
        CLINIC.says("/api/v1/appointments/" + held.id(), held);
        CLINIC.takes("/api/v1/holds", held);
        Locator dialog = booking();
        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":60");
        assertThat(dialog.locator("#hold")).containsText("for you until");
        dialog.locator("summary").getByText("New client").click();
        dialog.locator("[name=newName]").fill("Ömer Ünal");
        assertThat(dialog.locator("#booking [name=start]"))
                .hasValue(start.plusSeconds(6_300).toString());

        // What is said is taken back after a while.
        page.addInitScript(NEVER_AFTER_SIX_SECONDS);
        page.reload();

        assertThat(dialog.getByRole(AriaRole.STATUS).getByText("Here is what you had typed."))
                .isVisible();
        assertThat(dialog.locator("[name=newName]")).hasValue("Ömer Ünal");
        assertThat(dialog.locator("#hold")).containsText("for you until");
        assertThat(dialog.locator("[name=hold]")).hasValue(held.id().toString());
        button(dialog, "Book").click();
        assertThat(dialog).not().isVisible();
        assertThat(page.locator("#said")).containsText("is booked for");
        assertThat(page.locator("#said")).isVisible();
        assertThat(CLINIC.asked("POST", "/holds")).hasSize(1);
        assertThat(CLINIC.asked("DELETE", held.id().toString())).isEmpty();
        assertThat(CLINIC.asked("POST", "/appointments").getLast().getBodyAsString())
                .contains(held.id().toString());
    }

    @Test
    void aReloadWithAnotherLengthChosenHoldsThatInsteadOfWhatWasHeldBefore() {
        sellsTwoLengths();
        AppointmentView hour = holds(60);
        Locator dialog = booking();
        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":60");
        assertThat(dialog.locator("#hold")).containsText("for you until");
        AppointmentView longer = holds(90);
        AtomicBoolean met = onceInstead("**/board/holds", route -> {});
        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":90");
        // Else it would be the hold of the page after it that is left without an answer.
        page.waitForCondition(met::get);

        page.reload();

        assertThat(dialog.locator("[name=hold]")).hasValue(longer.id().toString());
        assertThat(dialog.getByLabel("Treatment")).hasValue(Kreuzberg.SWEDISH + ":90");
        assertThat(dialog.locator("#hold")).containsText("for you until");
        assertThat(CLINIC.asked("DELETE", hour.id().toString())).hasSize(1);
        assertThat(CLINIC.asked("POST", "/holds")).hasSize(2);
    }

    @Test
    void whatWasHeldByThePageThatWasLeftIsNotInTheWayOfThePageAfterIt() {
        sellsTwoLengths();
        AppointmentView hour = holds(60);
        Locator dialog = booking();
        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":60");
        assertThat(dialog.locator("#hold")).containsText("for you until");
        AppointmentView longer = holds(90);
        // The server does it, and nobody hears of it any more.
        AtomicBoolean met = onceInstead("**/board/holds", route -> {
            var unused = page.request()
                    .fetch(
                            route.request().url(),
                            RequestOptions.create()
                                    .setMethod("POST")
                                    .setData(route.request().postData())
                                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                    .setHeader("HX-Request", "true")
                                    .setHeader("X-CSRF-TOKEN", route.request().headerValue("x-csrf-token")));
        });
        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":90");
        page.waitForCondition(() -> met.get() && CLINIC.asked("POST", "/holds").size() == 2);

        page.reload();

        assertThat(dialog.locator("#hold")).containsText("for you until");
        assertThat(dialog.locator("[name=hold]")).hasValue(longer.id().toString());
        // Under its key it is the same hold.
        assertThat(CLINIC.asked("POST", "/holds").stream()
                        .map(call -> call.getHeader("Idempotency-Key"))
                        .skip(1)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aHoldOfAnotherDialogOfTheSameAccountIsNotTakenOver() {
        AppointmentView another = holds(60);
        CLINIC.says("/api/v1/holds", ItemList.all(List.of(another)));
        CLINIC.refuses("/api/v1/holds", 409, "slot-taken");
        CLINIC.refuses("/api/v1/appointments", 409, "slot-taken");
        Locator dialog = booking();
        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":60");
        assertThat(dialog.locator("#hold")).containsText("A sentence about slot-taken.");
        dialog.getByLabel("Find").pressSequentially("ann");
        hit(dialog).check();

        button(dialog, "Book").click();

        assertThat(dialog.locator("#booking-refusal")).hasText("A sentence about slot-taken.");
        assertThat(dialog.locator("#hold")).not().containsText("for you until");
        assertThat(dialog.locator("[name=hold]")).hasCount(0);
        // What comes in above the button would move it away from under the hand.
        assertThat(dialog.locator("#client-contact[aria-busy]")).hasCount(0);
        int asked = CLINIC.asked("POST", "/appointments").size();
        button(dialog, "Book").click();
        // A refusal is followed by a trial, which says all reasons at once: how many there are by now is not known.
        page.waitForCondition(() -> CLINIC.asked("POST", "/appointments").size() > asked);
        assertThat(CLINIC.asked("POST", "/appointments").getLast().getBodyAsString())
                .doesNotContain(another.id().toString());
    }

    @Test
    void aHoldIsAskedForAgainUnderTheSameKeyUntilItIsAnswered() {
        AppointmentView held = holds(60);
        List<String> sent = new CopyOnWriteArrayList<>();
        page.route("**/board/holds", route -> {
            sent.add(route.request().postData());
            if (sent.size() == 1) {
                route.abort();
            } else {
                route.resume();
            }
        });
        Locator dialog = booking();
        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":60");
        button(dialog.locator("#hold"), "Ask again").click();
        assertThat(dialog.locator("[name=hold]")).hasValue(held.id().toString());
        dialog.locator("#booking [name=start]")
                .selectOption(start.plusSeconds(6_600).toString());
        page.waitForCondition(() -> sent.size() == 3);

        List<String> keys = sent.stream()
                .map(form -> form.replaceAll(".*holdKey=([^&]*).*", "$1"))
                .toList();
        assertThat(keys.getFirst()).matches("[0-9a-f-]{36}");
        assertThat(keys.get(1)).isEqualTo(keys.getFirst());
        assertThat(keys.getLast()).isNotEqualTo(keys.getFirst());
    }

    @Test
    void aChangeWhileBookWaitsForAHoldIsHeldAndSaid() {
        sellsTwoLengths();
        AppointmentView held = holds(60);
        List<Route> slow = new CopyOnWriteArrayList<>();
        page.route("**/board/holds", slow::add);
        Locator dialog = booking();
        dialog.getByLabel("Find").pressSequentially("ann");
        hit(dialog).check();
        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":60");
        page.waitForCondition(() -> !slow.isEmpty());
        button(dialog, "Book").click();

        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":90");

        assertThat(dialog.locator("[data-pressed]")).containsText("Press Book again.");
        slow.getFirst().resume();
        page.waitForCondition(() -> slow.size() == 2);
        slow.getLast().resume();
        assertThat(dialog.locator("[name=hold]")).hasValue(held.id().toString());
        assertThat(dialog.locator("[data-pressed]")).containsText("Press Book again.");
        assertThat(CLINIC.asked("POST", "/appointments")).isEmpty();
        DeskBrowser.opensToEveryone(page);
        button(dialog, "Book").click();
        assertThat(dialog).not().isVisible();
    }

    @Test
    void aDropIsTakenBackAlsoWhileADialogIsOpen() {
        CLINIC.takes(
                "/api/v1/appointments/" + visit + "/reschedule",
                Kreuzberg.visit(visit, 5, AppointmentStatus.BOOKED, start.plusSeconds(900)));
        // However long the test takes, the move waits.
        page.evaluate(NEVER_AFTER_SIX_SECONDS);
        dropAQuarterLater();
        page.locator("#day .free").last().click();
        assertThat(page.locator("#dialog-title")).hasText("Book a visit");

        button(page.locator("#undo"), "Undo").click();

        assertThat(page.locator("#said")).hasText("Left where it was.");
        assertThat(page.locator("#dialog-title")).isFocused();
        DeskBrowser.opensToEveryone(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("#dialog")).not().isVisible();
        dropAQuarterLater();
        page.locator("#day .free").last().click();
        assertThat(page.locator("#dialog #undo")).containsText("moves to");
        page.keyboard().press("Escape");
        button(page.locator("main > #undo"), "Undo").click();
        assertThat(page.locator("#a-" + visit)).isFocused();
        assertThat(made()).isEmpty();
    }

    @Test
    void aDropThatTheSessionDidNotLiveToMakeIsToldAndCanBeMade() {
        String move = "/api/v1/appointments/" + visit + "/reschedule";
        CLINIC.takes(move, Kreuzberg.visit(visit, 5, AppointmentStatus.BOOKED, start.plusSeconds(900)));
        page.waitForResponse("**/board/day?**", this::dropAQuarterLater);
        everySessionEnds();
        // Who opens it wants it made at once.
        page.locator("#a-" + visit).click();
        page.waitForURL("**/sign-in?**");

        DeskBrowser.signIn(page, Staff.OLGA);

        assertThat(page.locator("#undo"))
                .containsText("Not moved, as the session had ended: \u2068Anna Arnold\u2069 to");
        assertThat(page.locator("#undo")).containsText("10:15 with \u2068Mira\u2069");
        assertThat(made()).isEmpty();
        DeskBrowser.opensToEveryone(page);
        button(page.locator("#undo"), "Move it now").click();
        assertThat(page.locator("#said")).containsText("is moved to");
        assertThat(page.locator("#undo")).isEmpty();
        assertThat(made()).hasSize(1);
    }

    @Test
    void aDropOfAPageThatIsLeftIsToldOnlyWhereTheSessionHadEnded() {
        String move = "/api/v1/appointments/" + visit + "/reschedule";
        CLINIC.takes(move, Kreuzberg.visit(visit, 5, AppointmentStatus.BOOKED, start.plusSeconds(900)));
        dropAQuarterLater();
        opensAndHearsItsFirstNews(page::reload);
        page.waitForCondition(() -> made().size() == 1);
        assertThat(page.locator("#undo")).isEmpty();

        dropAQuarterLater();
        everySessionEnds();
        page.reload();
        DeskBrowser.signIn(page, Staff.OLGA);

        assertThat(page.locator("#undo")).containsText("Not moved");
        button(page.locator("#undo"), "Leave it").click();
        assertThat(page.locator("#undo")).isEmpty();
        assertThat(made()).hasSize(1);
    }

    @Test
    void aDropWhoseTrialTheSessionDidNotLiveToMakeIsToldAsWell() {
        String move = "/api/v1/appointments/" + visit + "/reschedule";
        CLINIC.takes(move, Kreuzberg.visit(visit, 5, AppointmentStatus.BOOKED, start.plusSeconds(900)));
        // Not a moment before: whatever else the page asked for would lead to the sign-in as well.
        page.route("**/move/trial", route -> {
            database.sql("DELETE FROM spring_session").update();
            route.resume();
        });
        carryAQuarterLater(visit);
        page.waitForURL("**/sign-in?**");
        assertThat(page.locator("main [role=status]"))
                .hasText("You have been signed out. Sign in, and you are back where you were.");

        DeskBrowser.signIn(page, Staff.OLGA);

        assertThat(page.locator("#undo"))
                .containsText("Not moved, as the session had ended: \u2068Anna Arnold\u2069 to");
        button(page.locator("#undo"), "Move it now").click();
        assertThat(page.locator("#said")).containsText("is moved to");
        assertThat(made()).hasSize(1);
    }

    @Test
    void aDropThatWaitsIsMarkedAndSentByAClickOnASheetDrawnAnewAsWell() {
        String move = "/api/v1/appointments/" + visit + "/reschedule";
        CLINIC.takes(move, Kreuzberg.visit(visit, 5, AppointmentStatus.BOOKED, start.plusSeconds(900)));
        page.addInitScript(NEVER_AFTER_SIX_SECONDS);
        opensAndHearsItsFirstNews(page::reload);
        dropAQuarterLater();

        page.evaluate("""
                new Promise(settled => {
                    addEventListener('htmx:afterSettle', ({ detail }) => {
                        if (detail.target.id === 'day') settled();
                    });
                    htmx.trigger(document.body, 'board-changed');
                })""");

        assertThat(page.locator("#a-" + visit + ".waiting")).isVisible();
        page.locator("#a-" + visit).click();
        assertThat(page.locator("#said")).containsText("is moved to");
        assertThat(made()).hasSize(1);
    }

    @Test
    void aDropIsSentWhateverIsOnItsWayFromBefore() {
        List<AppointmentView> visits = IntStream.range(0, 3)
                .mapToObj(n ->
                        Kreuzberg.visit(Kreuzberg.anId(), 4, AppointmentStatus.BOOKED, start.plusSeconds(4_500L * n)))
                .toList();
        CLINIC.says("/api/v1/appointments", ItemList.all(visits));
        visits.forEach(one -> {
            CLINIC.says("/api/v1/appointments/" + one.id(), one);
            CLINIC.takes("/api/v1/appointments/" + one.id() + "/reschedule", one);
        });
        opensAndHearsItsFirstNews(page::reload);
        List<Route> slow = new CopyOnWriteArrayList<>();
        page.route("**/move/drop", slow::add);
        for (int sent = 0; sent < visits.size(); sent++) {
            int before = sent;
            AppointmentId dropped = visits.get(sent).id();
            carryAQuarterLater(dropped);
            assertThat(page.locator("#undo")).containsText("moves to");
            page.locator("#a-" + dropped).click();
            page.waitForCondition(() -> slow.size() > before);
        }
    }

    @Test
    void aDropThatTheNetworkDidNotCarryIsToldAndCanBeMade() {
        String move = "/api/v1/appointments/" + visit + "/reschedule";
        CLINIC.takes(move, Kreuzberg.visit(visit, 5, AppointmentStatus.BOOKED, start.plusSeconds(900)));
        page.waitForResponse("**/board/day?**", this::dropAQuarterLater);
        page.context().setOffline(true);
        // Who opens it wants it made at once.
        page.locator("#a-" + visit).click();

        assertThat(page.locator("#undo"))
                .containsText("Not moved, as the connection was lost: \u2068Anna Arnold\u2069 to");
        assertThat(page.locator("#undo")).containsText("10:15 with \u2068Mira\u2069");
        assertThat(page.locator("#refusal")).containsText("The connection was lost.");
        DeskBrowser.opensToEveryone(page);
        page.context().setOffline(false);
        button(page.locator("#undo"), "Move it now").click();
        assertThat(page.locator("#said")).containsText("is moved to");
        assertThat(page.locator("#undo")).isEmpty();
        assertThat(made()).hasSize(1);
        page.reload();
        assertThat(page.locator("#day .free").first()).isVisible();
        assertThat(page.locator("#undo")).isEmpty();
    }

    @Test
    void aDropWithoutAnAnswerMayHaveBeenMadeUntilItIsSeenWhereItWasDropped() {
        String move = "/api/v1/appointments/" + visit + "/reschedule";
        CLINIC.takes(move, Kreuzberg.visit(visit, 5, AppointmentStatus.BOOKED, start.plusSeconds(900)));
        page.evaluate(
                "addEventListener('htmx:configRequest', ({ detail }) => { if (detail.path.endsWith('/drop')) detail.timeout = 500; })");
        page.route("**/move/drop", route -> {});
        page.waitForResponse("**/board/day?**", this::dropAQuarterLater);
        page.locator("#a-" + visit).click();
        String told = "No answer came, so it may have been moved or not: \u2068Anna Arnold\u2069 to";
        assertThat(page.locator("#undo")).containsText(told);
        assertThat(page.locator("#refusal")).isEmpty();
        page.reload();
        assertThat(page.locator("#undo")).containsText(told);

        AppointmentView moved = Kreuzberg.visit(visit, 5, AppointmentStatus.BOOKED, start.plusSeconds(900));
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of(moved)));
        page.evaluate("htmx.trigger(document.body, 'board-changed')");

        assertThat(page.locator("#undo")).isEmpty();
        assertThat(page.locator("#said")).containsText("Moved by now: \u2068Anna Arnold\u2069 to");
        page.reload();
        assertThat(page.locator("#day .free").first()).isVisible();
        assertThat(page.locator("#undo")).isEmpty();
    }

    @Test
    void aDropThatIsRefusedAfterItsSecondsSaysWhy() {
        dropsOnATimeThatIsTakenMeanwhile(409, "slot-taken");

        assertThat(page.locator("#refusal")).containsText("\u2068Anna Arnold\u2069 is not moved to");
        assertThat(page.locator("#refusal")).containsText("10:15. A sentence about slot-taken.");
        assertThat(page.locator("#a-" + visit + ":not(.waiting)")).isVisible();
        assertThat(page.locator("#undo")).isEmpty();
        DeskBrowser.opensToEveryone(page);
    }

    @Test
    void aDropThatIsRefusedWhileADialogIsOpenSaysWhyInTheDialog() {
        dropsOnATimeThatIsTakenMeanwhile(412, "version-mismatch");
        booking();

        assertThat(page.locator("#dialog-refusal")).containsText("10:15. Somebody changed the visit");
        assertThat(page.locator("#dialog-title")).hasText("Book a visit");
    }

    @Test
    void aDropThatIsRefusedWhenItsVisitIsOpenedSaysWhy() {
        page.addInitScript(NEVER_AFTER_SIX_SECONDS);
        opensAndHearsItsFirstNews(page::reload);
        dropsOnATimeThatIsTakenMeanwhile(409, "slot-taken");

        page.locator("#a-" + visit + ".waiting").click();

        assertThat(page.locator("#refusal")).containsText("A sentence about slot-taken.");
    }

    @Test
    void aDropThatIsMadeAfterAllAndRefusedThenSaysWhy() {
        CLINIC.takes(reschedule(), Kreuzberg.visit(visit, 5, AppointmentStatus.BOOKED, start.plusSeconds(900)));
        page.waitForResponse("**/board/day?**", this::dropAQuarterLater);
        page.context().setOffline(true);
        page.locator("#a-" + visit).click();
        assertThat(page.locator("#undo")).containsText("Not moved, as the connection was lost");
        CLINIC.refuses(reschedule(), 409, "slot-taken");
        page.context().setOffline(false);

        button(page.locator("#undo"), "Move it now").click();

        assertThat(page.locator("#refusal")).containsText("A sentence about slot-taken.");
        assertThat(page.locator("#undo")).isEmpty();
    }

    @Test
    void aSignOutInAnotherTabLeavesNothingInAny() {
        booking().getByLabel("Find").pressSequentially("ann");
        Page other = page.context().newPage();
        other.navigate(board);
        other.locator("#day .free").last().click();
        other.locator("#dialog").getByLabel("Find").pressSequentially("ann");
        assertThat(page.evaluate(DRAFTS)).isEqualTo(1);

        other.evaluate("document.querySelector('form[action$=\"/sign-out\"]').requestSubmit()");
        other.waitForURL("**/sign-in");
        page.waitForURL("**/sign-in?**");

        assertThat(other.evaluate(DRAFTS)).isEqualTo(0);
        assertThat(page.evaluate(DRAFTS)).isEqualTo(0);
        DeskBrowser.signIn(page, Staff.OLGA);
        assertThat(page.locator("#day .free").first()).isVisible();
        assertThat(page.locator("#dialog")).not().isVisible();
    }

    @Test
    void whatWasTypedGoesAfterAWorkingDayAlsoWhereNobodySignsIn() {
        booking().getByLabel("Find").pressSequentially("ann");
        everySessionEnds();
        page.clock().install();
        page.reload();
        assertThat(page.getByLabel("Password")).isVisible();
        assertThat(page.evaluate(DRAFTS)).isEqualTo(1);

        page.clock().fastForward("13:00:00");

        assertThat(page.evaluate(DRAFTS)).isEqualTo(0);
    }

    @Test
    void whoSignsInInAnotherTabTakesAwayWhatSomebodyElseLeftInThisOne() {
        booking().getByLabel("Find").pressSequentially("ann");
        everySessionEnds();
        page.reload();
        assertThat(page.evaluate(DRAFTS)).isEqualTo(1);
        Page other = page.context().newPage();
        other.navigate("/sign-in");

        DeskBrowser.signIn(other, Staff.MIRA);
        assertThat(other.getByText("Mira Manager")).isVisible();

        page.waitForCondition(() -> page.evaluate(DRAFTS).equals(0));
    }

    @Test
    void whatCouldNotBeOpenedAgainIsNotPutIntoAnotherDialog() {
        Locator dialog = booking();
        dialog.locator("summary").getByText("New client").click();
        dialog.locator("[name=newName]").fill("Ömer Ünal");
        page.route("**/board/slot?*", Route::abort);
        page.reload();
        assertThat(page.locator("#refusal")).containsText("The connection was lost.");
        page.unroute("**/board/slot?*");

        page.locator("#day .free").nth(2).click();

        assertThat(page.locator("#dialog-title")).hasText("Book a visit");
        assertThat(dialog.locator("#client-contact:not([aria-busy])")).hasCount(1);
        assertThat(dialog.locator("[name=newName]")).hasValue("");
    }

    @Test
    void aContactThatIsSavedIsNoLongerKeptAsTyped() {
        CLINIC.says(CLIENTS, "id", Kreuzberg.ANNA.toString(), ItemList.all(List.of(ANNA)));
        CLINIC.takesPut(
                CLIENTS + "/" + Kreuzberg.ANNA, new ClientView(ANNA.id(), 2, "Anna Arnold", null, "+493099", "de"));
        page.locator("#a-" + visit).click();
        Locator dialog = page.locator("#dialog");
        dialog.locator("summary").getByText("Contact").click();
        dialog.getByLabel("Phone").fill("+493099");
        assertThat(kept()).contains("+493099");
        button(dialog, "Save contact").click();
        assertThat(dialog.getByText("The contact is saved.")).isVisible();

        assertThat(kept()).doesNotContain("+493099");
    }

    @Test
    void aReloadKeepsWhatWasTypedOfTheSecondOfTwo() {
        comesWith(new ClientView(Kreuzberg.BERND, 1, "Bernd Bär", null, "+4930777", "de"));
        page.reload();
        page.locator(".track[data-therapist='" + Kreuzberg.JONAS + "'] .block").click();
        Locator bernd =
                page.locator("#dialog details").filter(new Locator.FilterOptions().setHasText("Contact of Bernd"));
        bernd.locator("summary").click();
        bernd.getByLabel("Phone").fill("+493099");

        page.reload();

        assertThat(bernd.getByLabel("Phone")).hasValue("+493099");
        assertThat(bernd.getByLabel("Phone")).isVisible();
    }

    @Test
    void aFieldThatNobodyTypedInIsAsItIsNowWhereADraftComesBack() {
        page.locator("#a-" + visit).click();
        Locator dialog = page.locator("#dialog");
        dialog.locator("summary").getByText("Contact").click();
        dialog.getByLabel("Phone").fill("+493099");
        CLINIC.says(
                CLIENTS + "/" + Kreuzberg.ANNA, new ClientView(ANNA.id(), 2, "Anna Aalto", null, "+493012345", "de"));

        page.reload();

        assertThat(dialog.getByLabel("Phone")).hasValue("+493099");
        assertThat(dialog.getByLabel("Name")).hasValue("Anna Aalto");
    }

    @Test
    void aSignOutSendsFirstWhatWasDroppedAMomentBefore() {
        String move = "/api/v1/appointments/" + visit + "/reschedule";
        CLINIC.takes(move, Kreuzberg.visit(visit, 5, AppointmentStatus.BOOKED, start.plusSeconds(900)));
        dropAQuarterLater();

        button(page.locator("body"), "Sign out").click();
        page.waitForURL("**/sign-in");

        assertThat(made()).hasSize(1);
    }

    @Test
    void theNoteToACancellationLiesInTheTabForAnHourAtMost() {
        cancellationOf("broke a leg");
        everySessionEnds();
        page.clock().install();
        page.reload();
        assertThat(page.getByLabel("Password")).isVisible();
        assertThat(kept()).contains("therapist-ill", "broke a leg");

        page.clock().fastForward("01:01:00");

        assertThat(kept()).contains("therapist-ill").doesNotContain("leg");
    }

    @Test
    void theNoteInAFormThatStaysOpenIsNotLostHoweverLong() {
        page.clock().install();
        page.reload();
        Locator dialog = cancellationOf("broke a leg");
        page.clock().fastForward("02:00:00");
        assertThat(kept()).contains("therapist-ill").doesNotContain("leg");

        page.reload();

        assertThat(dialog.getByLabel("Note")).hasValue("broke a leg");
        assertThat(dialog.getByLabel("Why")).hasValue("therapist-ill");
    }

    @Test
    void anotherAccountAtTheSameTabSeesNothingOfIt() {
        booking().getByLabel("Find").pressSequentially("ann");
        everySessionEnds();
        page.reload();

        DeskBrowser.signIn(page, Staff.MIRA);

        assertThat(page.getByText("Mira Manager")).isVisible();
        assertThat(page.locator("#dialog")).not().isVisible();
        assertThat(page.evaluate(DRAFTS)).isEqualTo(0);
    }

    @Test
    void aSignOutAndAClosedDialogLeaveNothingBehind() {
        booking().getByLabel("Find").pressSequentially("ann");
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        assertThat(page.locator("#dialog")).not().isVisible();
        assertThat(page.evaluate(DRAFTS)).isEqualTo(0);
        booking().getByLabel("Find").pressSequentially("ann");
        page.evaluate("document.querySelector('form[action$=\"/sign-out\"]').requestSubmit()");
        page.waitForURL("**/sign-in");

        assertThat(page.evaluate(DRAFTS)).isEqualTo(0);
    }

    @Test
    void aBookingThatLacksSomethingSaysWhatAndLosesNothing() {
        Locator dialog = booking();
        button(dialog, "Book").click();
        assertThat(dialog.locator("#booking-refusal")).hasText("Choose a treatment and a client.");
        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":60");
        dialog.getByLabel("Find").pressSequentially("zz");
        button(dialog, "Book").click();

        assertThat(dialog.locator("#booking-refusal")).hasText("Choose a client, or type in a new one.");
        assertThat(dialog.getByLabel("Treatment")).hasValue(Kreuzberg.SWEDISH + ":60");
        assertThat(dialog.getByLabel("Find")).hasValue("zz");
        dialog.getByLabel("Find").fill("");
        dialog.getByLabel("Find").pressSequentially("ann");
        assertThat(dialog.locator("#booking-refusal")).isVisible();
        hit(dialog).check();
        assertThat(dialog.locator("#booking-refusal")).hasCount(0);
    }

    @Test
    void aBookingAddsTheNewClientWhoIsTypedInBeforeItBooks() {
        Locator dialog = booking();
        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":60");
        dialog.locator("summary").getByText("New client").click();
        dialog.locator("[name=newName]").fill("Anna Arnold");
        dialog.locator("[name=newPhone]").fill("12");
        CLINIC.refuses(CLIENTS, 422, "invalid-phone");
        button(dialog, "Book").click();
        assertThat(dialog.locator("#booking-refusal")).hasText("A sentence about invalid-phone.");
        assertThat(dialog.locator("[name=newPhone]")).hasValue("12");

        CLINIC.takes(CLIENTS, ANNA);
        dialog.locator("[name=newPhone]").fill("+493012345");
        button(dialog, "Book").click();

        assertThat(dialog).not().isVisible();
        assertThat(CLINIC.asked("POST", "/appointments").getLast().getBodyAsString())
                .contains(Kreuzberg.ANNA.toString());
    }

    @Test
    void aNewClientWhoIsWrittenDownIsNotTypedInAnyMoreWhereTheBookingIsRefused() {
        CLINIC.refuses("/api/v1/appointments", 422, "off-cadence");
        Locator dialog = booking();
        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":60");
        dialog.locator("summary").getByText("New client").click();
        dialog.locator("[name=newName]").fill("Anna Arnold");
        dialog.locator("[name=newPhone]").fill("+493012345");

        button(dialog, "Book").click();

        assertThat(dialog.locator("#booking-refusal")).hasText("A sentence about off-cadence.");
        assertThat(hit(dialog)).isChecked();
        assertThat(dialog.locator("[name=newName]")).hasValue("");
        assertThat(dialog.locator("[name=newPhone]")).hasValue("");
        page.reload();
        assertThat(hit(dialog)).isChecked();
        assertThat(dialog.locator("[name=newName]")).hasValue("");
        button(dialog, "Book").click();
        assertThat(dialog.locator("#booking-refusal")).hasText("A sentence about off-cadence.");
        CLINIC.takes("/api/v1/appointments", Kreuzberg.visit(visit, 4, AppointmentStatus.BOOKED, start));
        dialog.getByLabel("Reason to do it anyway").fill("walk-in");
        button(dialog, "Book anyway").click();
        assertThat(dialog).not().isVisible();
        assertThat(CLINIC.asked("POST", "/clients")).hasSize(1);
    }

    @Test
    void whomASearchFoundIsThereAgainAfterARefusal() {
        Locator dialog = booking();
        dialog.getByLabel("Find").pressSequentially("ann");
        assertThat(hit(dialog)).isVisible();

        button(dialog, "Book").click();

        assertThat(dialog.locator("#booking-refusal")).hasText("Choose a treatment and a client.");
        assertThat(dialog.getByLabel("Find")).hasValue("ann");
        assertThat(hit(dialog)).isVisible();
        assertThat(hit(dialog)).not().isChecked();
    }

    @Test
    void whoMayBeThereAlreadyIsAskedAboutAndChosenOrSaidToBeSomebodyElse() {
        Locator dialog = booking();
        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":60");
        dialog.locator("summary").getByText("New client").click();
        dialog.locator("[name=newName]").fill("Ana Arnold");
        dialog.locator("[name=newPhone]").fill("+493012345");
        CLINIC.refusesTelling(
                CLIENTS,
                409,
                "client-may-exist",
                "candidates",
                List.of(new ClientCandidate(
                        Kreuzberg.ANNA, "Anna Arnold", null, "+493012345", Set.of(Likeness.PHONE, Likeness.NAME))));
        button(dialog, "Add this client").click();
        assertThat(dialog.locator("[data-lookalikes]")).containsText("same phone, similar name");
        DeskBrowser.opensToEveryone(page);

        CLINIC.takes(CLIENTS, ANNA);
        button(dialog, "No, somebody else").click();
        assertThat(dialog.getByText("is written down and chosen")).isVisible();
        assertThat(CLINIC.asked("POST", "/clients").getLast().getBodyAsString())
                .contains("notThese", Kreuzberg.ANNA.toString());
        assertThat(CLINIC.asked("POST", "/clients").getFirst().getBodyAsString())
                .contains("\"notThese\":[]");
        assertThat(dialog.locator("[name=newName]")).hasValue("");
        button(dialog, "Book").click();
        assertThat(dialog).not().isVisible();
    }

    @Test
    void aBookingOfANewClientWhoMayBeThereAlreadyAsksFirst() {
        Locator dialog = booking();
        dialog.getByLabel("Treatment").selectOption(Kreuzberg.SWEDISH + ":60");
        dialog.locator("summary").getByText("New client").click();
        dialog.locator("[name=newName]").fill("Ana Arnold");
        CLINIC.refusesTelling(
                CLIENTS,
                409,
                "client-may-exist",
                "candidates",
                List.of(new ClientCandidate(Kreuzberg.ANNA, "Anna Arnold", null, "+493012345", Set.of(Likeness.NAME))));
        button(dialog, "Book").click();
        assertThat(dialog.getByText("Is it this client?")).isVisible();

        hit(dialog).check();
        button(dialog, "Book").click();

        assertThat(dialog).not().isVisible();
        assertThat(CLINIC.asked("POST", "/clients")).hasSize(1);
        assertThat(CLINIC.asked("POST", "/appointments").getLast().getBodyAsString())
                .contains(Kreuzberg.ANNA.toString());
    }

    @Test
    void anAccountThatIsRefusedOrNeverArrivesIsThereAgain() {
        page.navigate("/accounts");
        Locator form = page.locator("main form");
        form.getByLabel("Name").fill("Nora New");
        form.getByLabel("Email").fill(Staff.DARIO.email());
        form.getByLabel("First password").fill(Staff.PASSWORD);
        form.getByLabel("Kreuzberg").check();
        button(form, "Create it").click();
        assertThat(page.locator("main")).containsText("That is not possible");

        page.getByText("Back to what you typed").click();

        assertThat(form.getByLabel("Name")).hasValue("Nora New");
        assertThat(form.getByLabel("Kreuzberg")).isChecked();
        form.getByLabel("Email").fill("nora@unknot.test");
        form.getByLabel("First password").fill(Staff.PASSWORD);
        page.route("**/accounts", route -> route.abort("connectionfailed"));
        button(form, "Create it").click();
        page.waitForURL("chrome-error://**");
        page.unroute("**/accounts");
        page.goBack();
        assertThat(form.getByLabel("Email")).hasValue("nora@unknot.test");
    }

    @Test
    void whatSomebodyElseMadeOfAnAccountStaysWhereADraftOfItComesBack() {
        String mira = database.sql("SELECT id::text FROM accounts WHERE email = ?")
                .param(Staff.MIRA.email())
                .query(String.class)
                .single();
        page.navigate("/accounts/" + mira);
        Locator form = page.locator("main form").first();
        form.getByLabel("Name").fill("Mira Mint");
        form.getByLabel("all of them").check();
        database.sql("UPDATE accounts SET role = 'front-desk', version = version + 1 WHERE id::text = ?")
                .param(mira)
                .update();
        button(form, "Save").click();
        assertThat(page.locator("main")).containsText("Someone else has changed this");

        page.getByText("Back to what you typed").click();

        assertThat(form.getByLabel("Name")).hasValue("Mira Mint");
        assertThat(form.getByLabel("Role")).hasValue("front-desk");
    }

    @Test
    void newsOfADiaryTakeNeitherTheFocusNorATypedDateAway() {
        TherapistId tara = TherapistId.of(Staff.TARA_ID);
        CLINIC.says("/api/v1/therapists/" + tara, Kreuzberg.therapist(tara, "Tara"));
        Page diary = browser.signedIn(port, Staff.TARA);
        diary.navigate("/diary");
        diary.getByLabel("Day", new Page.GetByLabelOptions().setExact(true))
                .last()
                .fill("2030-05-06");
        var typed = diary.locator("input[type=date]");
        typed.focus();

        diary.waitForResponse("**/diary?*", () -> refresh(diary, "#day"));
        diary.waitForTimeout(200);

        assertThat(typed).isFocused();
        assertThat(typed).hasValue("2030-05-06");
        diary.context().close();
    }

    @Test
    void newsOfTheRepliesLeaveTheFocusWhereItIs() {
        page.navigate("/replies");
        Locator all = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName("All").setExact(true));
        all.focus();
        page.evaluate("document.querySelector('#replies').dataset.old = 'yes'");
        page.evaluate("document.querySelector('#replies .panel')?.remove()");

        page.waitForResponse("**/replies?*", () -> refresh(page, "#replies"));

        assertThat(page.locator("#replies[data-old]")).hasCount(0);
        assertThat(all).isFocused();
    }

    private static void refresh(Page page, String region) {
        page.evaluate(
                "region => { const element = document.querySelector(region);"
                        + " htmx.ajax('GET', element.getAttribute('hx-get') ?? element.dataset.hxGet, { source: element, target: element }); }",
                region);
    }

    /** What comes after the first of them goes its way. Answers whether that one has come. */
    private AtomicBoolean onceInstead(String url, Consumer<Route> deed) {
        AtomicBoolean met = new AtomicBoolean();
        page.route(url, route -> {
            if (met.getAndSet(true)) {
                route.resume();
            } else {
                deed.accept(route);
            }
        });
        return met;
    }

    private void sellsTwoLengths() {
        CLINIC.says("/api/v1/treatments", ItemList.all(List.of(Kreuzberg.swedish(60, 90))));
        page.reload();
    }

    /** From now on that is what is held. */
    private AppointmentView holds(int minutes) {
        AppointmentView held = Kreuzberg.held(
                Kreuzberg.anId(), start.plusSeconds(6_300), clock.instant().plusSeconds(600), minutes);
        CLINIC.takes("/api/v1/holds", held);
        CLINIC.says("/api/v1/appointments/" + held.id(), held);
        CLINIC.deletes("/api/v1/holds/" + held.id());
        return held;
    }

    private void dropAQuarterLater() {
        carryAQuarterLater(visit);
        assertThat(page.locator("#undo")).containsText("moves to");
    }

    /** It fits when it is tried, and is refused so when it is made. */
    private void dropsOnATimeThatIsTakenMeanwhile(int status, String code) {
        CLINIC.takesTried(reschedule(), Kreuzberg.visit(visit, 5, AppointmentStatus.BOOKED, start.plusSeconds(900)));
        CLINIC.refuses(reschedule(), status, code);
        dropAQuarterLater();
    }

    private String reschedule() {
        return "/api/v1/appointments/" + visit + "/reschedule";
    }

    private void carryAQuarterLater(AppointmentId id) {
        page.locator("#a-" + id).focus();
        page.keyboard().press("m");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
    }

    private Locator cancellationOf(String note) {
        page.locator("#a-" + visit).click();
        Locator dialog = page.locator("#dialog");
        button(dialog, "Cancel …").click();
        dialog.getByLabel("Why").selectOption("therapist-ill");
        dialog.getByLabel("Note").fill(note);
        return dialog;
    }

    /** All that lies in the tab. */
    private String kept() {
        return String.valueOf(page.evaluate("JSON.stringify(sessionStorage)"));
    }

    private List<LoggedRequest> made() {
        return CLINIC.asked("POST", "/reschedule").stream()
                .filter(call -> !call.getUrl().contains("dryRun"))
                .toList();
    }

    /** Its stream begins with news, for which it asks for the day once more. */
    private void opensAndHearsItsFirstNews(Runnable open) {
        page.waitForResponse("**/board/day?**", open);
    }

    /** Once nothing is under way, which would be answered with the sign-in and lead there beside what the test does. */
    private void everySessionEnds() {
        assertThat(page.locator(".htmx-request, [data-answer][aria-busy]")).hasCount(0);
        database.sql("DELETE FROM spring_session").update();
    }
}
