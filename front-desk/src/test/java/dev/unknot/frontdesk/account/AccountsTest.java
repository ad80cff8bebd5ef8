package dev.unknot.frontdesk.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.frontdesk.FakeClinic;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Listener;
import dev.unknot.frontdesk.Staff;
import dev.unknot.frontdesk.Visitor;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Probe;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@FrontDeskTest
class AccountsTest {

    private static final FakeClinic CLINIC = new FakeClinic();
    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0";

    private static final Map<String, Object> NONE = Map.of("items", List.of());

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SignInAttempts attempts;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
    }

    @BeforeEach
    void nothingOfYesterday() {
        CLINIC.reset();
        CLINIC.says("/api/v1/locations", NONE);
        CLINIC.says("/api/v1/therapists", NONE);
        CLINIC.says("/api/v1/therapists/" + Staff.TARA_ID, therapist(Staff.TARA_ID, Staff.MITTE));
        database.sql("DELETE FROM accounts WHERE NOT development").update();
        database.sql("DELETE FROM sign_in_attempts").update();
    }

    @Test
    void whoGetsAnAccountChoosesTheirOwnPasswordFirst() {
        var olga = Visitor.signedIn(port, Staff.OLGA);

        assertThat(olga.redirect(olga.post("/accounts", anna()))).isEqualTo("/accounts");

        var anna = new Visitor(port);
        assertThat(anna.redirect(anna.signIn("anna@unknot.test", "chosen by Olga")))
                .isEqualTo("/");
        assertThat(anna.redirect(anna.get("/board?location=" + Staff.MITTE))).isEqualTo("/password");
        assertThat(anna.get("/password").text()).contains("Somebody else has chosen your password");
        Answer part = anna.asScript().get("/worklist/waiting");
        assertThat(part.status()).as("of the menu on that page").isEqualTo(204);
        assertThat(part.text()).isEmpty();
        anna.asPage();
        assertThat(anna.post("/password", Map.of("present", "chosen by Olga", "wanted", "short"))
                        .text())
                .contains("password-too-short");
        assertThat(anna.post("/password", Map.of("present", "guessed", "wanted", "chosen by Anna"))
                        .text())
                .contains("wrong-password");
        assertThat(anna.redirect(
                        anna.post("/password", Map.of("present", "chosen by Olga", "wanted", "chosen by Anna"))))
                .isEqualTo("/sign-in?changed");
        assertThat(anna.redirect(anna.signIn("anna@unknot.test", "chosen by Anna")))
                .isEqualTo("/");
        assertThat(anna.get("/password").text()).contains("Anna").doesNotContain("Somebody else");
        assertThat(audited()).containsExactly("account-created", "signed-in", "account-password-changed", "signed-in");
        assertThat(refusals()).contains("wrong-password");
    }

    @Test
    void aNewPasswordEndsTheSessionsBegunWithTheOld() {
        var olga = Visitor.signedIn(port, Staff.OLGA);
        var unused = olga.post("/accounts", anna());
        var here = signedIn("chosen by Olga");
        var there = signedIn("chosen by Olga");

        var set = olga.post("/accounts/" + annasId() + "/password", Map.of("password", "lost and found"));

        assertThat(olga.redirect(set)).isEqualTo("/accounts");
        assertThat(here.redirect(here.get("/password"))).isEqualTo("/sign-in?ended&back=%2Fpassword");
        assertThat(there.redirect(there.get("/password"))).isEqualTo("/sign-in?ended&back=%2Fpassword");
        assertThat(signedIn("lost and found").get("/password").text()).contains("Somebody else has chosen");
    }

    /** Whoever knows the old password must not undo that it was just reset. */
    @Test
    void ofChangesOfAPasswordAtOnceOneCounts() throws Exception {
        var olga = Visitor.signedIn(port, Staff.OLGA);
        var unused = olga.post("/accounts", anna());
        List<Visitor> annas = Stream.generate(() -> signedIn("chosen by Olga"))
                .limit(4)
                .peek(anna -> assertThat(anna.get("/password").status()).isEqualTo(200))
                .toList();
        List<Future<Answer>> changes = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < annas.size(); i++) {
                Visitor anna = annas.get(i);
                Map<String, String> form = Map.of("present", "chosen by Olga", "wanted", "chosen by Anna " + i);
                changes.add(callers.submit(() -> anna.post("/password", form)));
            }
        }
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < annas.size(); i++) {
            Answer answer = changes.get(i).get();
            // Who comes after the change is led to the sign-in.
            if ("/sign-in?changed".equals(annas.get(i).redirect(answer))) {
                changed.add("chosen by Anna " + i);
            }
        }
        assertThat(changed).hasSize(1);
        assertThat(signedIn(changed.getFirst()).get("/password").status()).isEqualTo(200);
    }

    @Test
    void aNewPasswordIsNewToAllBrowsersButTheOneWhereItWasChosen() {
        var olga = Visitor.signedIn(port, Staff.OLGA);
        var unused = olga.post("/accounts", anna());
        var here = signedIn("chosen by Olga");
        var there = signedIn("chosen by Olga");
        assertThat(annasDevices()).isEqualTo(2);
        assertThat(here.get("/password").status()).isEqualTo(200);

        assertThat(here.redirect(
                        here.post("/password", Map.of("present", "chosen by Olga", "wanted", "chosen by Anna"))))
                .isEqualTo("/sign-in?changed");
        assertThat(annasDevices()).as("her own").isEqualTo(1);
        assertThat(there.redirect(there.get("/password"))).isEqualTo("/sign-in?ended&back=%2Fpassword");

        assertThat(olga.redirect(
                        olga.post("/accounts/" + annasId() + "/password", Map.of("password", "lost and found"))))
                .isEqualTo("/accounts");
        assertThat(annasDevices()).as("set by somebody else").isZero();
    }

    @Test
    void aManagerDecidesForTheirOwnLocationsAndNotOverOwners() {
        var mira = Visitor.signedIn(port, Staff.MIRA);

        assertThat(mira.get("/accounts").text())
                .contains("Dario Desk", "Tara Therapist")
                .doesNotContain("Olga Owner");
        assertThat(mira.get("/accounts/" + idOf(Staff.TARA.email())).text())
                .contains("value=\"Tara Therapist\"", "value=\"therapist\" selected");
        assertThat(mira.post("/accounts", anna("role", "owner")).text()).contains("role-not-allowed");
        assertThat(mira.post("/accounts", anna("locations", Staff.ELSEWHERE)).text())
                .contains("location-not-yours");
        assertThat(mira.post("/accounts", anna("allLocations", "true")).text()).contains("location-not-yours");
        assertThat(mira.get("/accounts/" + idOf(Staff.OLGA.email())).status()).isEqualTo(404);
        assertThat(mira.post("/accounts/" + idOf(Staff.OLGA.email()) + "/password", Map.of("password", "taken over!!"))
                        .status())
                .isEqualTo(404);
        assertThat(mira.redirect(mira.post("/accounts", anna()))).isEqualTo("/accounts");
        assertThat(refusals()).contains("role-not-allowed", "location-not-yours");
    }

    @Test
    void aTherapistsAccountOpensTheirWholeDiarySoAManagerAnswersForAllOfIt() {
        String nora = "0197a000-0000-7000-8000-0000000000bb";
        String stranger = "0197a000-0000-7000-8000-0000000000cc";
        CLINIC.refusesToSay("/api/v1/therapists/" + stranger, 404, "unknown-therapist");
        CLINIC.says("/api/v1/therapists/" + nora, therapist(nora, Staff.MITTE, Staff.ELSEWHERE));
        Map<String, String> norasLogin = anna("role", "therapist");
        norasLogin.put("therapist", nora);
        Map<String, String> strangersLogin = anna("role", "therapist");
        strangersLogin.put("therapist", stranger);
        var mira = Visitor.signedIn(port, Staff.MIRA);
        var olga = Visitor.signedIn(port, Staff.OLGA);

        assertThat(mira.post("/accounts", norasLogin).text())
                .contains("location-not-yours", "also works at a location that is not one of yours");
        assertThat(mira.post("/accounts", strangersLogin).text()).contains("unknown-therapist");
        assertThat(olga.post("/accounts", strangersLogin).text()).contains("unknown-therapist");
        assertThat(olga.redirect(olga.post("/accounts", norasLogin))).isEqualTo("/accounts");

        String login = "/accounts/" + annasId();
        norasLogin.put("version", "0");
        Map<String, String> desk = anna("version", "0");
        assertThat(mira.post(login + "/password", Map.of("password", "now I am Nora"))
                        .text())
                .contains("location-not-yours");
        assertThat(mira.post(login, norasLogin).text()).contains("location-not-yours");
        assertThat(mira.post(login, desk).text()).contains("location-not-yours");
        Map<String, String> tarasAsNoras = anna("role", "therapist");
        tarasAsNoras.put("therapist", nora);
        tarasAsNoras.put("version", "0");
        assertThat(mira.post("/accounts/" + idOf(Staff.TARA.email()), tarasAsNoras)
                        .text())
                .contains("location-not-yours");
        assertThat(audited()).containsExactly("account-created");
    }

    @Test
    void nobodySetsTheirOwnPasswordWithoutThePresentOne() {
        var olga = Visitor.signedIn(port, Staff.OLGA);
        String own = "/accounts/" + idOf(Staff.OLGA.email());

        assertThat(olga.get(own).text()).doesNotContain("A new password");
        assertThat(olga.post(own + "/password", Map.of("password", "an open session"))
                        .text())
                .contains("own-account", "with your present one");
        assertThat(olga.get("/password").status()).as("still signed in").isEqualTo(200);
    }

    @Test
    void whereSomebodyIsSignedInTheySeeAndEndThemselves() {
        database.sql("DELETE FROM spring_session").update();
        var desk = Visitor.signedIn(port, Staff.DARIO);
        var lost = new Visitor(port).by(FIREFOX);
        assertThat(lost.redirect(lost.signIn(Staff.DARIO.email(), Staff.PASSWORD)))
                .isEqualTo("/");
        var third = new Visitor(port).by("<b>" + "x".repeat(2_000) + "</b>");
        assertThat(third.redirect(third.signIn(Staff.DARIO.email(), Staff.PASSWORD)))
                .isEqualTo("/");
        var mira = Visitor.signedIn(port, Staff.MIRA);

        String page = desk.get("/account").text();

        assertThat(page).contains("Firefox on Windows", "this one", "just now", "A browser that does not say which");
        assertThat(mira.get("/account").text()).doesNotContain("Firefox");
        String firefox = ofFirefox(page);
        assertThat(mira.redirect(mira.post("/account/sessions/" + firefox + "/end", Map.of())))
                .isEqualTo("/account");
        assertThat(lost.get("/account").status()).as("nobody else ends it").isEqualTo(200);
        assertThat(desk.redirect(desk.post("/account/sessions/" + firefox + "/end", Map.of())))
                .isEqualTo("/account");
        assertThat(lost.redirect(lost.get("/account"))).isEqualTo("/sign-in?ended&back=%2Faccount");
        assertThat(desk.get("/account").text()).doesNotContain("Firefox");

        assertThat(desk.redirect(desk.post("/account/sessions/end", Map.of()))).isEqualTo("/account");

        assertThat(third.redirect(third.get("/account"))).isEqualTo("/sign-in?ended&back=%2Faccount");
        assertThat(desk.get("/account").text())
                .contains("Signed out at one browser", "Signed out at all other browsers", "Signed in")
                .doesNotContain("/sessions/");
        assertThat(mira.get("/account").status()).isEqualTo(200);
    }

    @Test
    void whoAnswersForAnAccountSeesWhatHappenedWithItAndSignsItOutEverywhere() {
        var olga = Visitor.signedIn(port, Staff.OLGA);
        var unused = olga.post("/accounts", anna());
        var anna = withAPasswordOfHerOwn("chosen by Olga", "chosen by Anna");
        var guesser = new Visitor(port);
        var unsaid = guesser.signIn("anna@unknot.test", "guessed");
        String page = "/accounts/" + annasId();
        var mira = Visitor.signedIn(port, Staff.MIRA);

        assertThat(mira.get(page).text())
                .contains(
                        "Account made",
                        "Olga Owner",
                        "Own password changed",
                        "Not signed in: wrong password",
                        "somebody not signed in",
                        "Sign them out everywhere");
        assertThat(mira.redirect(mira.post(page + "/sessions/end", Map.of()))).isEqualTo(page);

        assertThat(anna.redirect(anna.get("/account"))).isEqualTo("/sign-in?ended&back=%2Faccount");
        assertThat(mira.get(page).text()).contains("Signed out everywhere").doesNotContain("Sign them out");
        String own = "/accounts/" + idOf(Staff.MIRA.email());
        assertThat(mira.get(own).text()).doesNotContain("Sign them out");
        assertThat(mira.post(own + "/sessions/end", Map.of()).text()).contains("own-account");
        assertThat(mira.post("/accounts/" + idOf(Staff.OLGA.email()) + "/sessions/end", Map.of())
                        .status())
                .as("an owner's is not a manager's")
                .isEqualTo(404);
        assertThat(olga.get("/account").status()).isEqualTo(200);
    }

    private static String ofFirefox(String page) {
        Matcher row = Pattern.compile("Firefox on Windows.*?/account/sessions/([0-9a-f]{64})/end", Pattern.DOTALL)
                .matcher(page);
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    @Test
    void aDisabledAccountIsKeptAndSignsInNoMore() {
        var olga = Visitor.signedIn(port, Staff.OLGA);
        var unused = olga.post("/accounts", anna());
        var anna = signedIn("chosen by Olga");
        Map<String, String> gone = anna("disabled", "true");
        gone.put("version", "0");

        assertThat(olga.redirect(olga.post("/accounts/" + annasId(), gone))).isEqualTo("/accounts");

        assertThat(anna.redirect(anna.get("/password"))).isEqualTo("/sign-in?ended&back=%2Fpassword");
        assertThat(anna.redirect(anna.signIn("anna@unknot.test", "chosen by Olga")))
                .isEqualTo("/sign-in?refused");
        assertThat(olga.get("/accounts").text()).contains("anna@unknot.test", "disabled");
        assertThat(olga.post("/accounts/" + annasId(), gone).text())
                .as("of an older version")
                .contains("version-mismatch");
        assertThat(audited()).containsExactly("account-created", "signed-in", "account-disabled");
    }

    @Test
    void whoIsDisabledHasGotAnotherPasswordOrSignsOutHearsNothingMore() {
        var olga = Visitor.signedIn(port, Staff.OLGA);
        var unused = olga.post("/accounts", anna());
        try (var watching = new Listener(port, olga)) {
            var first = withAPasswordOfHerOwn("chosen by Olga", "chosen by Anna");
            hearsNothingMoreAfter(() -> first.post("/sign-out", Map.of()), first);

            var again = signedIn("chosen by Anna");
            hearsNothingMoreAfter(
                    () -> olga.post("/accounts/" + annasId() + "/password", Map.of("password", "lost and found")),
                    again);

            var once = withAPasswordOfHerOwn("lost and found", "chosen by Anna");
            Map<String, String> gone = anna("disabled", "true");
            gone.put("version", "3");
            hearsNothingMoreAfter(() -> olga.post("/accounts/" + annasId(), gone), once);

            assertThat(watching.hearsNothingMore()).as("somebody else").isFalse();
        }
    }

    private Visitor withAPasswordOfHerOwn(String given, String chosen) {
        Visitor anna = signedIn(given);
        assertThat(anna.get("/password").status()).isEqualTo(200);
        assertThat(anna.redirect(anna.post("/password", Map.of("present", given, "wanted", chosen))))
                .isEqualTo("/sign-in?changed");
        return signedIn(chosen);
    }

    private void hearsNothingMoreAfter(Supplier<Answer> change, Visitor visitor) {
        assertThat(visitor.get("/password").status()).isEqualTo(200);
        try (var stream = new Listener(port, visitor)) {
            Probe.waitUntil("the stream tells something", () -> stream.days() > 0);
            assertThat(stream.hearsNothingMore()).isFalse();
            assertThat(change.get().status()).isEqualTo(302);
            Probe.waitUntil("the stream has ended", stream::hearsNothingMore);
        }
    }

    @Test
    void whatAnAccountCannotBeIsRefusedInWords() {
        var olga = Visitor.signedIn(port, Staff.OLGA);
        assertThat(olga.post("/accounts", anna("email", "no address")).text()).contains("invalid-email");
        for (String blank : List.of(" ", "\u200b")) {
            assertThat(olga.post("/accounts", anna("name", blank)).text()).contains("invalid-name");
        }
        assertThat(olga.post("/accounts", anna("role", "service")).text()).contains("unknown-role");
        assertThat(olga.post("/accounts", anna("locations", "")).text()).contains("no-location");
        assertThat(olga.post("/accounts", anna("role", "therapist")).text()).contains("no-therapist");
        Map<String, String> twin = anna("role", "therapist");
        twin.put("therapist", Staff.TARA_ID);
        assertThat(olga.post("/accounts", twin).text()).contains("therapist-has-account");
        assertThat(olga.post("/accounts", anna("email", "Dario@unknot.test")).text())
                .contains("email-taken");
        Map<String, String> herself = anna("role", "manager");
        herself.put("version", "0");
        assertThat(olga.post("/accounts/" + idOf(Staff.OLGA.email()), herself).text())
                .contains("own-account");
    }

    /** Without the row's lock, or counted only after the password was compared, all twenty get through. */
    @Test
    void ofTwentyGuessesAtOnceFiveAreLookedAt() throws Exception {
        List<Future<Boolean>> guesses = new ArrayList<>();
        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                guesses.add(guessers.submit(() -> attempts.admit(
                        Counted.fromElsewhere("dario@unknot.test", InetAddress.getByName("192.0.2.1")))));
            }
        }
        int admitted = 0;
        for (Future<Boolean> guess : guesses) {
            admitted += guess.get() ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(5);
    }

    @Test
    void manyEmailsFromOneAddressPauseTheAddress() throws Exception {
        var flooding = InetAddress.getByName("2001:db8::1");
        for (int i = 0; i < 30; i++) {
            assertThat(attempts.admit(Counted.fromElsewhere("guess" + i + "@unknot.test", flooding)))
                    .isTrue();
        }
        assertThat(attempts.admit(Counted.fromElsewhere("dario@unknot.test", InetAddress.getByName("2001:db8::2"))))
                .as("the same network")
                .isFalse();
        assertThat(attempts.admit(Counted.fromElsewhere("dario@unknot.test", InetAddress.getByName("2001:db8:1::1"))))
                .as("another")
                .isTrue();
    }

    @Test
    void fiveWrongOnesFromOneNetworkKeepNobodyElsewhereOut() throws Exception {
        var there = Counted.fromElsewhere("dario@unknot.test", InetAddress.getByName("192.0.2.1"));
        for (int i = 0; i < 5; i++) {
            assertThat(attempts.admit(there)).isTrue();
        }

        assertThat(attempts.admit(Counted.fromElsewhere("dario@unknot.test", InetAddress.getByName("192.0.2.200"))))
                .as("the same network")
                .isFalse();
        assertThat(attempts.admit(Counted.fromElsewhere("dario@unknot.test", InetAddress.getByName("198.51.100.1"))))
                .as("another")
                .isTrue();
    }

    @Test
    void whoHasManyNetworksGetsFiftyTriesAtAnAccount() throws Exception {
        for (int i = 0; i < 50; i++) {
            var from = InetAddress.getByName("198.51." + i + ".1");
            assertThat(attempts.admit(Counted.fromElsewhere("dario@unknot.test", from)))
                    .isTrue();
        }

        assertThat(attempts.admit(Counted.fromElsewhere("dario@unknot.test", InetAddress.getByName("203.0.113.1"))))
                .isFalse();
        assertThat(attempts.admit(Counted.fromElsewhere("mira@unknot.test", InetAddress.getByName("203.0.113.1"))))
                .as("another account")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "123456789012",
                "qwertyuiopas",
                "aaaaaaaaaaaa",
                "anna@unknot.test",
                "iloveyou1234"
            })
    void aPasswordThatIsGuessedEarlyIsRefused(String password) {
        var olga = Visitor.signedIn(port, Staff.OLGA);

        assertThat(olga.post("/accounts", anna("password", password)).text()).contains("password-too-common");
    }

    private int annasDevices() {
        return database.sql("SELECT count(*) FROM known_devices JOIN accounts ON id = account_id WHERE email = ?")
                .param("anna@unknot.test")
                .query(Integer.class)
                .single();
    }

    private Visitor signedIn(String password) {
        var anna = new Visitor(port);
        Answer answer = anna.signIn("anna@unknot.test", password);
        assertThat(anna.redirect(answer)).isEqualTo("/");
        return anna;
    }

    private static Map<String, String> anna(String field, String value) {
        Map<String, String> anna = anna();
        anna.put(field, value);
        return anna;
    }

    private static Map<String, String> anna() {
        return new HashMap<>(Map.of(
                "email", "Anna@unknot.test",
                "name", "Anna",
                "password", "chosen by Olga",
                "role", "front-desk",
                "locations", Staff.MITTE));
    }

    private static Map<String, Object> therapist(String id, String... locations) {
        return Map.of(
                "id",
                id,
                "version",
                1,
                "name",
                "T",
                "gender",
                "FEMALE",
                "skills",
                List.of(),
                "state",
                "ACTIVE",
                "locations",
                List.of(locations),
                "patterns",
                List.of());
    }

    private String annasId() {
        return idOf("anna@unknot.test");
    }

    private String idOf(String email) {
        return database.sql("SELECT id::text FROM accounts WHERE email = ?")
                .param(email)
                .query(String.class)
                .single();
    }

    private List<String> audited() {
        return database.sql(
                        "SELECT what FROM audit_trail WHERE outcome = 'CHANGED' AND subject = ?::uuid ORDER BY position")
                .param(annasId())
                .query(String.class)
                .list();
    }

    private List<String> refusals() {
        return database.sql("SELECT cause FROM audit_trail WHERE outcome = 'REFUSED'")
                .query(String.class)
                .list();
    }
}
