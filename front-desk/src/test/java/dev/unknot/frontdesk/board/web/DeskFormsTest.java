package dev.unknot.frontdesk.board.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.unknot.frontdesk.DeskBrowser.button;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.block.BlockId;
import dev.unknot.common.block.BlockView;
import dev.unknot.common.client.ClientCandidate;
import dev.unknot.common.client.ClientCandidate.Likeness;
import dev.unknot.common.message.Answer;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageKind;
import dev.unknot.common.message.OptOutView;
import dev.unknot.common.message.ReplyId;
import dev.unknot.common.message.ReplyView;
import dev.unknot.common.message.UnreachedId;
import dev.unknot.common.message.UnreachedView;
import dev.unknot.common.money.Money;
import dev.unknot.common.terms.MenuAddOn;
import dev.unknot.common.terms.MenuView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.frontdesk.Kreuzberg;
import dev.unknot.frontdesk.Staff;
import dev.unknot.frontdesk.Visitor;
import dev.unknot.frontdesk.secondstep.Codes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every form of the desk: what is typed into it is not lost, and what sends it shows that it does, and does so once. */
class DeskFormsTest extends AtTheBoard {

    private static final String SESSION = "__Host-unknot";
    private static final String SECRET = "eleven quiet rooms";

    /** What a person types into or chooses from, of the form that a button sends. */
    private static final String SECOND_STEP = "/account/second-step";

    private static final String FIELDS =
            "(button => [...button.form.elements].filter(field => field.name && !field.disabled"
                    + " && !field.readOnly && !['hidden', 'submit', 'button'].includes(field.type)))";

    /** What stands in each that may be written down. */
    private static final String STATE = "button => " + FIELDS + "(button).filter(field => field.type !== 'password')"
            + ".map(field => `${field.name}: ${['checkbox', 'radio'].includes(field.type)"
            + " ? `${field.value} ${field.checked}` : field.value}${field.checkVisibility() ? '' : ', hidden'}`)";

    /** The sign that turns: beside the words of the button, or where the answer will stand in its place. */
    private static final String UNDER_WAY = "button => button.checkVisibility()"
            + " ? getComputedStyle(button, '::after').animationName"
            + " : getComputedStyle(document.querySelector('#dialog .waits'), '::before').animationName";

    private static final String BY_SCRIPT = "button => [button, button.form]"
            + ".some(one => one?.matches('[hx-post], [hx-get], [data-hx-post], [data-hx-get]'))";

    /** Where templates send something to, and forms ask for something. */
    private static final Pattern SENDS =
            Pattern.compile("(?:hx-post|th:action|<form[^>]*hx-get)=\"@\\{(/(?:[^({}\"]|\\{\\w+})*)");

    /** They send nothing that was typed: a choice of what is shown, which is in the address, or by themselves. */
    private static final Set<String> NOT_SENT = Set.of("/board", "/worklist", "/messages", "/diary", "/board/holds");

    /** What somebody gives who sends it. */
    enum Given {
        TYPED,
        PASSWORDS,
        NOTHING
    }

    /** Where it is sent to, and how to come to the button that does. */
    enum Form {
        BOOKING("/board/bookings", Given.TYPED, DeskFormsTest::book),
        NEW_CLIENT("/clients", Given.TYPED, DeskFormsTest::addNewClient),
        SOMEBODY_ELSE("/clients", Given.NOTHING, DeskFormsTest::addSomebodyElse),
        CONTACT_IN_A_BOOKING("/clients/contact", Given.TYPED, DeskFormsTest::correctInABooking),
        CONTACT_OF_A_VISIT("/clients/contact", Given.TYPED, DeskFormsTest::correctOfAVisit),
        BLOCK("/board/blocks", Given.TYPED, DeskFormsTest::block),
        LIFTED_BLOCK("/board/blocks/{id}/lift", Given.NOTHING, DeskFormsTest::lift),
        STEP("/appointments/{id}/{step}", Given.NOTHING, DeskFormsTest::confirm),
        AMENDMENT("/appointments/{id}/amendment", Given.TYPED, DeskFormsTest::amend),
        MOVE("/appointments/{id}/move", Given.TYPED, DeskFormsTest::move),
        CANCELLATION("/appointments/{id}/cancellation", Given.TYPED, DeskFormsTest::cancel),
        KNOCK_ON("/appointments/{id}/knock-on", Given.TYPED, DeskFormsTest::seeWhatFollows),
        OVERRUN("/appointments/{id}/overrun", Given.NOTHING, DeskFormsTest::endLater),
        CALL("/worklist/calls/{id}/handling", Given.NOTHING, DeskFormsTest::called),
        ALTERNATIVE("/worklist/{id}/move", Given.NOTHING, DeskFormsTest::takeAlternative),
        REPLY("/replies/{id}/handling", Given.NOTHING, DeskFormsTest::answered),
        DIARY_STEP("/diary/{id}/{step}", Given.NOTHING, DeskFormsTest::stepInTheDiary),
        NEW_ACCOUNT("/accounts", Given.TYPED, DeskFormsTest::createAccount),
        ACCOUNT("/accounts/{id}", Given.TYPED, DeskFormsTest::changeAccount),
        ACCOUNT_PASSWORD("/accounts/{id}/password", Given.PASSWORDS, DeskFormsTest::setPassword),
        OWN_PASSWORD("/password", Given.PASSWORDS, DeskFormsTest::changeOwnPassword),
        OWN_SESSION("/account/sessions/{key}/end", Given.NOTHING, DeskFormsTest::endOwnSession),
        OWN_SESSIONS("/account/sessions/end", Given.NOTHING, DeskFormsTest::endOwnSessions),
        SESSIONS("/accounts/{id}/sessions/end", Given.NOTHING, DeskFormsTest::endSessions),
        SECOND_STEP("/account/second-step", Given.PASSWORDS, DeskFormsTest::beginSecondStep),
        SECOND_STEPS_CODE("/account/second-step/code", Given.PASSWORDS, DeskFormsTest::turnSecondStepOn),
        CODES_NOTED("/account/second-step/codes/noted", Given.NOTHING, DeskFormsTest::noteCodes),
        SECOND_STEP_ENDED("/account/second-step/end", Given.PASSWORDS, DeskFormsTest::turnSecondStepOff),
        SECOND_STEP_TAKEN("/accounts/{id}/second-step/end", Given.NOTHING, DeskFormsTest::takeSecondStepAway),
        NEW_PROGRAM("/programs", Given.TYPED, DeskFormsTest::letProgramIn),
        PROGRAMS_SECRET("/programs/{id}/secret", Given.NOTHING, DeskFormsTest::renewSecret),
        PROGRAMS_END("/programs/{id}/end", Given.NOTHING, DeskFormsTest::endProgram),
        CODE("/sign-in/code", Given.PASSWORDS, DeskFormsTest::typeCode),
        SIGN_IN("/sign-in", Given.PASSWORDS, DeskFormsTest::signIn),
        SIGN_OUT("/sign-out", Given.NOTHING, DeskFormsTest::signOut);

        private final String address;
        private final Given given;
        private final Function<DeskFormsTest, Locator> way;

        Form(String address, Given given, Function<DeskFormsTest, Locator> way) {
            this.address = address;
            this.given = given;
            this.way = way;
        }

        private static Stream<Form> typedInto() {
            return Arrays.stream(values()).filter(form -> form.given == Given.TYPED);
        }

        private Pattern sent() {
            return Pattern.compile("https?://[^/]+" + address.replaceAll("\\{\\w+}", "[^/?]+") + "(\\?.*)?");
        }
    }

    @Autowired
    JdbcClient database;

    @Override
    Page opens() {
        return withoutNews(browser.tab(port, Staff.OLGA));
    }

    @Override
    void closes() {
        page.close();
    }

    @AfterEach
    void nobodyHasASecondStep() {
        database.sql("DELETE FROM second_steps").update();
    }

    @BeforeEach
    void aClinicInWhichThereIsAChoiceOfEverything() {
        CLINIC.says(
                "/api/v1/locations/" + Kreuzberg.ID + "/workday",
                ItemList.all(List.of(atWork(Kreuzberg.MIRA, "Mira"), atWork(Kreuzberg.JONAS, "Jonas"))));
        CLINIC.says("/api/v1/treatments", ItemList.all(List.of(Kreuzberg.swedish(60, 90))));
        CLINIC.says(
                "/api/v1/locations/" + Kreuzberg.ID + "/menu",
                new MenuView(
                        Kreuzberg.ID,
                        0,
                        List.of(),
                        List.of(new MenuAddOn("hot-stones", "Hot stones", 15, new Money(1_200, "EUR"), null))));
        CLINIC.says("/api/v1/therapists", ItemList.all(List.of(Kreuzberg.therapist(Kreuzberg.JONAS, "Jonas"))));
        CLINIC.says(
                CLIENTS + "/" + Kreuzberg.ANNA + "/opt-outs",
                ItemList.all(List.of(
                        new OptOutView(Channel.SMS, false, null, null, null),
                        new OptOutView(Channel.EMAIL, false, null, null, null))));
        AppointmentView held = Kreuzberg.held(
                Kreuzberg.anId(), start.plusSeconds(6_300), clock.instant().plusSeconds(600), 90);
        CLINIC.takes("/api/v1/holds", held);
        CLINIC.says("/api/v1/appointments/" + held.id(), held);
        CLINIC.deletes("/api/v1/holds/" + held.id());
    }

    @ParameterizedTest
    @MethodSource("typedInto")
    void nothingThatWasTypedIsLostByAReloadNorBySendingItAfterTheSessionHasEnded(Form form) {
        Locator button = form.way.apply(this);
        List<String> typed = typeIntoEachField(button);

        page.reload();

        comesBack(button, typed);
        nothingIsUnderWay();
        typePasswords(button);

        signsInAgainAfter(button::click);

        comesBack(button, typed);
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOKING", "MOVE", "AMENDMENT"})
    void aReasonThatWasTypedComesAgainWithTheRefusalThatAsksForIt(Form form) {
        for (String path : List.of("", "/" + visit + "/reschedule", "/" + visit + "/amendment")) {
            CLINIC.refuses("/api/v1/appointments" + path, 409, "slot-taken");
            CLINIC.takesTried(
                    "/api/v1/appointments" + path, Kreuzberg.visit(visit, 5, AppointmentStatus.BOOKED, start));
        }
        Locator button = form.way.apply(this);
        var unused = typeIntoEachField(button);
        // A booking is of a client who is chosen, or of a new one.
        page.locator("#new-client input:not([type=hidden])").all().forEach(field -> field.fill(""));
        nothingIsUnderWay();
        button.click();
        Locator reason = page.locator("#dialog [name=reason]");
        reason.fill("Nora rang");

        page.reload();

        assertThat(button).isVisible();
        nothingIsUnderWay();
        button.click();
        assertThat(reason).hasValue("Nora rang");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPressedShowsThatItIsUnderWayAndSendsOnce(Form form) {
        Locator button = form.way.apply(this);
        if (form.given != Given.NOTHING) {
            var unused = typeIntoEachField(button);
        }
        nothingIsUnderWay();
        List<Route> sent = new CopyOnWriteArrayList<>();
        boolean byScript = (Boolean) button.evaluate(BY_SCRIPT);
        // Nothing is asked of a page that is about to be left: it stays, as where the next one does not come.
        page.evaluate("htmx.config.timeout = 600000");
        page.route(form.sent(), route -> {
            sent.add(route);
            if (!byScript) {
                route.fulfill(new Route.FulfillOptions().setStatus(204));
            }
        });

        // A dialog asks that by itself.
        page.route("**/change?*", Route::resume);

        button.click();
        page.waitForCondition(() -> !sent.isEmpty());

        assertThat(button).isDisabled();
        assertThat(String.valueOf(button.evaluate(UNDER_WAY))).contains("waits-turns");
        button.evaluate("button => button.click()");
        button.evaluate("button => " + FIELDS + "(button).find(one => one.type !== 'textarea')?.focus()");
        page.keyboard().press("Enter");
        if (byScript) {
            sent.getFirst().abort();
            assertThat(button).isEnabled();
        }
        assertThat(sent).hasSize(1);
    }

    @Test
    void eachFormIsNamedHere() throws IOException {
        Set<String> sends = new TreeSet<>();
        for (Resource template :
                new PathMatchingResourcePatternResolver().getResources("classpath*:/templates/**/*.html")) {
            // A client's own page has no field.
            if (!template.getURL().getPath().contains("/templates/visit/")) {
                sends.addAll(sends(template.getContentAsString(UTF_8)));
            }
        }

        Set<String> named = new TreeSet<>(NOT_SENT);
        for (Form form : Form.values()) {
            named.add(form.address);
        }
        assertThat(named).isEqualTo(sends);
    }

    private static Stream<Form> typedInto() {
        return Form.typedInto();
    }

    private static Set<String> sends(String template) {
        return SENDS.matcher(template).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    // --- the ways ---

    private Locator book() {
        page.navigate(board);
        return booking().locator("#booking button.main");
    }

    private Locator addNewClient() {
        page.navigate(board);
        Locator dialog = booking();
        dialog.locator("summary").getByText("New client").click();
        return button(dialog, "Add this client");
    }

    private Locator addSomebodyElse() {
        CLINIC.refusesTelling(
                CLIENTS,
                409,
                "client-may-exist",
                "candidates",
                List.of(new ClientCandidate(
                        Kreuzberg.ANNA, "Anna Arnold", null, "+493012345", Set.of(Likeness.PHONE))));
        Locator add = addNewClient();
        page.locator("[name=newName]").fill("Ana Arnold");
        add.click();
        // Also where it is not shown any more.
        return page.locator("#clients button").first();
    }

    private Locator correctInABooking() {
        page.navigate(board);
        Locator dialog = booking();
        find(dialog).fill("ann");
        hit(dialog).check();
        dialog.locator("#client-contact summary").click();
        return button(dialog, "Save contact");
    }

    private Locator correctOfAVisit() {
        return unfolded("Contact", "Save contact");
    }

    private Locator block() {
        page.navigate(board);
        Locator dialog = booking();
        dialog.locator("summary").getByText("Block this time instead").click();
        return button(dialog, "Block");
    }

    private Locator lift() {
        Instant from = start.plusSeconds(3_600);
        BlockView call = new BlockView(
                new BlockId(UUID.randomUUID()),
                Kreuzberg.ID,
                Kreuzberg.MIRA,
                null,
                from,
                from.plusSeconds(1_800),
                "phone-call",
                "front-desk:olga");
        CLINIC.says("/api/v1/blocks", ItemList.all(List.of(call)));
        CLINIC.says("/api/v1/blocks/" + call.id(), call);
        page.navigate(board);
        page.locator("[id='b-" + call.id() + "']").click();
        return button(page.locator("#dialog"), "Lift the block");
    }

    private Locator confirm() {
        return button(visitDialog(), "Confirm");
    }

    private Locator amend() {
        return unfolded("Change treatment, room or add-ons", "Change the visit");
    }

    private Locator move() {
        return unfolded("Move", "Move the visit");
    }

    private Locator cancel() {
        Locator dialog = visitDialog();
        button(dialog, "Cancel …").click();
        return button(dialog, "Cancel the visit");
    }

    private Locator seeWhatFollows() {
        stands(Kreuzberg.visit(visit, 4, AppointmentStatus.IN_SESSION, start));
        return unfolded("Ends at another time", "See what follows");
    }

    private Locator endLater() {
        CLINIC.says("/api/v1/appointments/" + visit + "/knock-on", ItemList.all(List.of()));
        Locator look = seeWhatFollows();
        page.getByLabel("Ends at").fill("11:20");
        look.click();
        return button(page.locator("#dialog"), "End at 11:20");
    }

    private Locator called() {
        CLINIC.says(
                "/api/v1/unreached-clients",
                ItemList.all(List.of(new UnreachedView(
                        new UnreachedId(UUID.randomUUID()),
                        1,
                        Kreuzberg.ANNA,
                        visit,
                        Kreuzberg.ID,
                        MessageKind.FIRST_REMINDER,
                        start,
                        List.of(),
                        null))));
        page.navigate("/worklist");
        return page.locator("#calls button.main");
    }

    private Locator takeAlternative() {
        stands(Kreuzberg.displaced(Kreuzberg.visit(visit, 4, AppointmentStatus.BOOKED, start)));
        CLINIC.says("/api/v1/slots", Kreuzberg.slots(Kreuzberg.MIRA, start.plusSeconds(3_600)));
        page.navigate("/worklist");
        return page.locator(".work-choices button");
    }

    private Locator answered() {
        CLINIC.says(
                "/api/v1/replies",
                ItemList.all(List.of(new ReplyView(
                        new ReplyId(UUID.randomUUID()),
                        1,
                        Kreuzberg.ANNA,
                        visit,
                        Kreuzberg.ID,
                        Answer.UNCLEAR,
                        "+493012345",
                        "At five?",
                        start,
                        null))));
        page.navigate("/replies");
        return page.locator("#replies button.main");
    }

    private Locator stepInTheDiary() {
        TherapistId tara = TherapistId.of(Staff.TARA_ID);
        CLINIC.says("/api/v1/therapists/" + tara, Kreuzberg.therapist(tara, "Tara"));
        stands(Kreuzberg.visit(visit, 4, AppointmentStatus.CHECKED_IN, start.minus(Duration.ofDays(1)), tara));
        page.close();
        page = withoutNews(browser.tab(port, Staff.TARA));
        page.navigate("/diary");
        return page.locator(".diary-steps button").first();
    }

    private Locator createAccount() {
        page.navigate("/accounts");
        return button(page.locator("main"), "Create it");
    }

    private Locator changeAccount() {
        page.navigate("/accounts");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dario Desk"))
                .click();
        return button(page.locator("main"), "Save");
    }

    private Locator setPassword() {
        var unused = changeAccount();
        return button(page.locator("main"), "Set it");
    }

    private Locator changeOwnPassword() {
        page.navigate("/password");
        return button(page.locator("main"), "Change it");
    }

    private Locator endOwnSession() {
        page.navigate(ownAccountSignedInElsewhere());
        return page.locator("form[action$='/end'] button.quiet").first();
    }

    private Locator endOwnSessions() {
        page.navigate(ownAccountSignedInElsewhere());
        return button(page.locator("main"), "Sign out everywhere else");
    }

    private String ownAccountSignedInElsewhere() {
        var unused = Visitor.signedIn(port, Staff.OLGA);
        return "/account";
    }

    private Locator endSessions() {
        var unused = Visitor.signedIn(port, Staff.DARIO);
        return button(changeAccount().page().locator("main"), "Sign them out everywhere");
    }

    private Locator beginSecondStep() {
        page.navigate(SECOND_STEP);
        return button(page.locator("main"), "Begin");
    }

    private Locator turnSecondStepOn() {
        Locator begin = beginSecondStep();
        // Their session may have begun it before.
        if (begin.count() > 0) {
            page.getByLabel("Present password").fill(Staff.PASSWORD);
            begin.click();
        }
        return button(page.locator("main"), "Turn it on");
    }

    private Locator noteCodes() {
        Locator on = turnSecondStepOn();
        String secret = page.locator("main code").textContent().replace(" ", "");
        page.getByLabel("The code that it shows").fill(Codes.of(new Base32().decode(secret), clock.instant()));
        on.click();
        return button(page.locator("main"), "I have written them down");
    }

    private Locator turnSecondStepOff() {
        hasSecondStep(Staff.OLGA);
        page.navigate(SECOND_STEP);
        // Their session may show codes of before.
        Locator noted = button(page.locator("main"), "I have written them down");
        if (noted.count() > 0) {
            noted.click();
            page.waitForURL("**/account");
            page.navigate(SECOND_STEP);
        }
        return button(page.locator("main"), "Turn it off");
    }

    private Locator takeSecondStepAway() {
        hasSecondStep(Staff.DARIO);
        return button(changeAccount().page().locator("main"), "Take the second step away");
    }

    private void hasSecondStep(Staff staff) {
        assertThat(database.sql("""
                                INSERT INTO second_steps (account_id, secret, on_since, last_step)
                                SELECT id, '\\x00', now(), 0 FROM accounts WHERE email = ?
                                """).param(staff.email()).update()).isEqualTo(1);
    }

    private Locator letProgramIn() {
        page.navigate("/programs");
        return button(page.locator("main"), "Let it in");
    }

    private Locator renewSecret() {
        return button(letInBefore(), "Make a new secret");
    }

    private Locator endProgram() {
        return button(letInBefore(), "End it");
    }

    private Locator letInBefore() {
        database.sql("""
                        INSERT INTO access_clients
                            (id, secret_hash, subject, role, all_locations, locations, name, scope, registered_at, secret_since)
                        SELECT id, '{bcrypt}', id, 'integration', true, '{}', 'Till ' || id, 'read', now(), now()
                        FROM (SELECT gen_random_uuid()::text AS id)""").update();
        page.navigate("/programs");
        return page.locator("main section").first();
    }

    private Locator typeCode() {
        page.navigate("/sign-in/code");
        return button(page.locator("main"), "Sign in");
    }

    private Locator signIn() {
        page.navigate("/sign-in");
        return button(page.locator("main"), "Sign in");
    }

    private Locator signOut() {
        page.navigate("/password");
        return button(page.locator("header"), "Sign out");
    }

    private Locator visitDialog() {
        page.navigate(board);
        page.locator("#a-" + visit).click();
        return page.locator("#dialog");
    }

    private Locator unfolded(String summary, String button) {
        Locator dialog = visitDialog();
        dialog.locator("summary")
                .getByText(summary, new Locator.GetByTextOptions().setExact(true))
                .click();
        return button(dialog, button);
    }

    private void stands(AppointmentView one) {
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of(one)));
        CLINIC.says("/api/v1/appointments/" + visit, one);
    }

    private WorkdayView atWork(TherapistId therapist, String name) {
        return new WorkdayView(
                therapist,
                name,
                List.of(new TimeRange(start.minusSeconds(7_200), start.plusSeconds(7_200))),
                List.of());
    }

    // --- typing, and what becomes of it ---

    /** Answers what stands in them then: in each something else than before. */
    private List<String> typeIntoEachField(Locator button) {
        button.evaluate("button => button.form.querySelectorAll('details').forEach(one => { one.open = true; })");
        List<String> before = state(button);
        fields(button).forEach(this::type);
        List<String> typed = state(button);
        assertThat(typed).filteredOn(before::contains).isEmpty();
        assertThat(typed).hasSizeGreaterThanOrEqualTo(before.size());
        assertThat(String.valueOf(page.evaluate("JSON.stringify(sessionStorage)")))
                .doesNotContain(SECRET);
        return typed;
    }

    /** Nobody finds them again. */
    private void typePasswords(Locator button) {
        fields(button)
                .filter(field -> "password".equals(field.getAttribute("type")))
                .forEach(this::type);
    }

    private static Stream<ElementHandle> fields(Locator button) {
        return button.evaluateHandle(FIELDS).getProperties().values().stream()
                .map(JSHandle::asElement)
                .filter(Objects::nonNull);
    }

    private void type(ElementHandle field) {
        String type = String.valueOf(field.evaluate("field => field.type"));
        switch (type) {
            case "checkbox" -> field.setChecked(!field.isChecked());
            case "select-one" -> {
                Object other = field.evaluate(
                        "field => [...field.options].map(one => one.value).findLast(value => value !== field.value)");
                var chosen = field.selectOption(String.valueOf(other));
            }
            case "search" -> {
                field.fill("ann");
                hit(page.locator("#dialog")).check();
            }
            case "date" -> field.fill("2030-05-06");
            case "time" -> field.fill("16:25");
            case "email" -> field.fill("nora@unknot.test");
            case "tel" -> field.fill("+493099");
            case "password" -> field.fill(SECRET);
            default -> field.fill("Nora New");
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> state(Locator button) {
        return (List<String>) button.evaluate(STATE);
    }

    private void comesBack(Locator button, List<String> typed) {
        assertThat(button).isVisible();
        try {
            page.waitForCondition(() -> state(button).equals(typed));
        } catch (TimeoutError late) {
            assertThat(state(button)).isEqualTo(typed);
        }
    }

    /** Without the hash of a password, which takes its time: the sign-in leads to the address that its form has. */
    private void signsInAgainAfter(Runnable send) {
        BrowserContext browser = page.context();
        List<Cookie> session = browser.cookies().stream()
                .filter(cookie -> cookie.name.equals(SESSION))
                .toList();
        assertThat(session).hasSize(1);
        browser.clearCookies(new BrowserContext.ClearCookiesOptions().setName(SESSION));
        String back;
        try {
            send.run();
            page.waitForURL(Pattern.compile(".*/sign-in(\\?.*)?"));
            back = page.locator("form input[name=back]").inputValue();
        } finally {
            browser.addCookies(session);
        }
        page.navigate(back);
    }

    /** What is asked for beside what a test does would lead to the sign-in as well. */
    private void nothingIsUnderWay() {
        assertThat(page.locator(".htmx-request, [data-answer][aria-busy]")).hasCount(0);
    }

    /** A tab that is hidden listens to none. */
    private static Page withoutNews(Page tab) {
        tab.addInitScript("Object.defineProperty(document, 'hidden', { value: true })");
        return tab;
    }
}
