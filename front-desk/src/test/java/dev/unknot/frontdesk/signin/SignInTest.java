package dev.unknot.frontdesk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Staff;
import dev.unknot.frontdesk.TimeOfTokens;
import dev.unknot.frontdesk.Visitor;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@FrontDeskTest
class SignInTest {

    private static final String SESSION = "__Host-unknot";
    private static final String DEVICE = "__Host-unknot-device";
    private static final String REFUSED = "/sign-in?refused";

    @LocalServerPort
    int port;

    @Autowired
    TimeOfTokens time;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void nobodyHasTriedYet() {
        database.sql("DELETE FROM sign_in_attempts").update();
        database.sql("DELETE FROM spring_session").update();
        database.sql("DELETE FROM known_devices").update();
    }

    @AfterEach
    void timeGoesOn() {
        time.goOn();
    }

    @Test
    void whoSignsInSeesTheirPagesUntilTheySignOut() {
        var dario = new Visitor(port);
        assertThat(dario.redirect(dario.get("/password"))).isEqualTo("/sign-in?back=%2Fpassword");

        Answer in = dario.signIn(" Dario@Unknot.test ", Staff.PASSWORD);

        assertThat(dario.redirect(in)).isEqualTo("/");
        assertThat(dario.redirect(dario.get("/"))).isEqualTo("/board");
        assertThat(dario.get("/password").text()).contains("Dario Desk", "Sign out", ">Board<");
        assertThat(sessions()).as("while signed in").isEqualTo(1);
        assertThat(dario.redirect(dario.post("/sign-out", Map.of()))).isEqualTo("/sign-in");
        assertThat(sessions()).as("after the sign-out").isZero();
        assertThat(dario.get("/password").status()).isEqualTo(302);
    }

    @Test
    void theCookieIsBoundToThisHostAndOutOfReachOfScripts() {
        var dario = new Visitor(port);

        Answer in = dario.signIn(Staff.DARIO.email(), Staff.PASSWORD);

        assertThat(in.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(SESSION + "="))
                .singleElement()
                .asString()
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(new Visitor(port).get("/sign-in").headers().allValues("Set-Cookie"))
                .as("who only looks gets no session")
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-unknot-csrf=")
                        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax"));
    }

    @Test
    void aWrongPasswordAnUnknownEmailAndADisabledAccountCannotBeToldApart() {
        disabled(
                Staff.MIRA,
                () -> assertThat(List.of(
                                Staff.DARIO.email() + " wrong password",
                                "nobody@unknot.test " + Staff.PASSWORD,
                                Staff.MIRA.email() + " " + Staff.PASSWORD,
                                " ",
                                "a@b " + "x".repeat(5_000)))
                        .allSatisfy(typed -> {
                            var visitor = new Visitor(port);
                            String[] parts = typed.split(" ", 2);
                            Answer answer = visitor.signIn(parts[0], parts[1]);
                            assertThat(visitor.redirect(answer)).isEqualTo(REFUSED);
                            assertThat(visitor.get(REFUSED).text()).contains("That did not work");
                        }));
    }

    @Test
    void afterFiveFailuresAnAccountPausesAMinuteThenTwiceAsLong() {
        time.stop();
        fail(5);
        assertThat(darioIsLetIn()).as("at once").isFalse();
        time.moveBy(Duration.ofSeconds(59));
        assertThat(darioIsLetIn()).as("a second before the minute").isFalse();
        time.moveBy(Duration.ofSeconds(1));
        fail(1);
        time.moveBy(Duration.ofSeconds(119));
        assertThat(darioIsLetIn()).as("a second before two minutes").isFalse();
        time.moveBy(Duration.ofSeconds(1));
        assertThat(darioIsLetIn()).as("after the pause").isTrue();
        fail(4);
        assertThat(darioIsLetIn()).as("a good one started the count afresh").isTrue();
    }

    @Test
    void whatNoSessionAndNoEmailCanBeIsNobodys() {
        var visitor = new Visitor(port);
        visitor.keepCookie(SESSION, "AAAA");

        assertThat(visitor.redirect(visitor.get("/board"))).startsWith("/sign-in");
        assertThat(visitor.get("/icon.svg").status()).isEqualTo(200);
        assertThat(visitor.redirect(visitor.signIn("a\0b@unknot.test", Staff.PASSWORD)))
                .isEqualTo(REFUSED);
    }

    @Test
    void whoHasSignedInFromABrowserBeforeIsLetInThereWhileOthersGuess() {
        time.stop();
        var dario = signedOut(Visitor.signedIn(port, Staff.DARIO));
        fail(5);
        for (int i = 0; i < 30; i++) {
            var unused = new Visitor(port).signIn("guess" + i + "@unknot.test", "wrong");
        }
        assertThat(darioIsLetIn()).as("from a browser that nobody knows").isFalse();

        assertThat(dario.redirect(dario.signIn(Staff.DARIO.email(), Staff.PASSWORD)))
                .isEqualTo("/");
    }

    @Test
    void aKnownBrowserPausesAfterFiveFailuresOfItsOwn() {
        time.stop();
        var dario = signedOut(Visitor.signedIn(port, Staff.DARIO));
        for (int i = 0; i < 5; i++) {
            assertThat(dario.redirect(dario.signIn(Staff.DARIO.email(), "wrong")))
                    .isEqualTo(REFUSED);
        }
        assertThat(dario.redirect(dario.signIn(Staff.DARIO.email(), Staff.PASSWORD)))
                .as("at once")
                .isEqualTo(REFUSED);
        assertThat(darioIsLetIn()).as("from elsewhere").isTrue();

        time.moveBy(Duration.ofMinutes(1));

        assertThat(dario.redirect(dario.signIn(Staff.DARIO.email(), Staff.PASSWORD)))
                .as("after the pause")
                .isEqualTo("/");
    }

    @Test
    void aBrowserIsKnownToThoseOnlyWhoSignedInFromIt() {
        time.stop();
        var desk = signedOut(Visitor.signedIn(port, Staff.DARIO));
        String token = desk.cookie(DEVICE);
        fail(Staff.MIRA, 5);
        assertThat(desk.redirect(desk.signIn(Staff.MIRA.email(), Staff.PASSWORD)))
                .as("never here before")
                .isEqualTo(REFUSED);

        time.moveBy(Duration.ofMinutes(1));
        assertThat(desk.redirect(desk.signIn(Staff.MIRA.email(), Staff.PASSWORD)))
                .isEqualTo("/");

        assertThat(desk.cookie(DEVICE)).as("one for all of a desk").isEqualTo(token);
        assertThat(devices(Staff.DARIO) + devices(Staff.MIRA)).isEqualTo(2);
    }

    @Test
    void aTokenThatWasMadeUpIsReplacedAndNoneIsReadable() {
        var dario = new Visitor(port);
        dario.keepCookie(DEVICE, "AAAAAAAAAAAAAAAAAAAAAA");

        Answer in = dario.signIn(Staff.DARIO.email(), Staff.PASSWORD);

        assertThat(dario.cookie(DEVICE)).isNotEqualTo("AAAAAAAAAAAAAAAAAAAAAA").hasSize(22);
        assertThat(in.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(DEVICE + "="))
                .singleElement()
                .asString()
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict")
                .doesNotContain("Domain");
    }

    @Test
    void ofAnAccountTwentyBrowsersAreKnown() {
        for (int i = 0; i < 22; i++) {
            time.moveBy(Duration.ofMinutes(1));
            var unused = Visitor.signedIn(port, Staff.DARIO);
        }
        assertThat(devices(Staff.DARIO)).isEqualTo(20);
    }

    private int devices(Staff staff) {
        return database.sql("SELECT count(*) FROM known_devices JOIN accounts ON id = account_id WHERE email = ?")
                .param(staff.email())
                .query(Integer.class)
                .single();
    }

    private static Visitor signedOut(Visitor visitor) {
        assertThat(visitor.redirect(visitor.post("/sign-out", Map.of()))).isEqualTo("/sign-in");
        return visitor;
    }

    @Test
    void aPauseIsTheSameForAnEmailNobodyHas() {
        for (int i = 0; i < 6; i++) {
            var unused = new Visitor(port).signIn("nobody@unknot.test", "wrong");
        }
        assertThat(database.sql("SELECT key FROM sign_in_attempts WHERE locked_until IS NOT NULL")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("account ")
                .doesNotContain("nobody");
    }

    @Test
    void aSessionGetsAnotherNameWhenItsPersonSignsIn() {
        var dario = Visitor.signedIn(port, Staff.DARIO);
        String before = dario.cookie(SESSION);

        assertThat(dario.redirect(dario.signIn(Staff.OLGA.email(), Staff.PASSWORD)))
                .isEqualTo("/");

        assertThat(dario.cookie(SESSION)).isNotEqualTo(before);
        assertThat(dario.get("/password").text()).contains("Olga Owner").doesNotContain("Dario");
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() {
        var dario = Visitor.signedIn(port, Staff.DARIO);
        for (int hour = 0; hour < 11; hour++) {
            time.moveBy(Duration.ofHours(1));
            assertThat(dario.get("/password").status()).isEqualTo(200);
        }
        time.moveBy(Duration.ofMinutes(59));
        assertThat(dario.get("/password").status()).isEqualTo(200);

        time.moveBy(Duration.ofMinutes(1));

        assertThat(dario.redirect(dario.get("/password"))).isEqualTo("/sign-in?ended&back=%2Fpassword");
    }

    @Test
    void aSessionEndsAfterEightIdleHours() {
        var dario = Visitor.signedIn(port, Staff.DARIO);
        idle(Duration.ofHours(8).minusMinutes(1));
        assertThat(dario.get("/password").status()).as("a minute before").isEqualTo(200);

        idle(Duration.ofHours(8));

        assertThat(dario.redirect(dario.get("/password"))).isEqualTo("/sign-in?ended&back=%2Fpassword");
    }

    @Test
    void aSessionIsWrittenOnceInAMinuteHoweverMuchItIsUsed() throws Exception {
        var dario = Visitor.signedIn(port, Staff.DARIO);
        String begun = writing();

        askTogether(dario, 20);
        assertThat(writing()).as("in its first minute").isEqualTo(begun);

        idle(Duration.ofMinutes(2));
        String rested = writing();
        askTogether(dario, 20);
        assertThat(writing()).as("after a rest").isNotEqualTo(rested);
        assertThat(sessionsUsed(Duration.ofMinutes(1))).isEqualTo(1);
    }

    private static void askTogether(Visitor visitor, int times) throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, times)
                    .mapToObj(i -> callers.submit(() -> visitor.get("/password").status()))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isLessThan(500);
            }
        }
    }

    /** Another after each write of the row. */
    private String writing() {
        return database.sql("SELECT xmin::text FROM spring_session")
                .query(String.class)
                .single();
    }

    private int sessionsUsed(Duration within) {
        return database.sql("SELECT count(*) FROM spring_session WHERE last_access_time > ?")
                .param(System.currentTimeMillis() - within.toMillis())
                .query(Integer.class)
                .single();
    }

    @Test
    void aDisabledAccountIsOutAtTheNextRequest() {
        var mira = Visitor.signedIn(port, Staff.MIRA);
        disabled(
                Staff.MIRA,
                () -> assertThat(mira.redirect(mira.get("/password"))).isEqualTo("/sign-in?ended&back=%2Fpassword"));
        assertThat(mira.get("/password").status())
                .as("and enabled again it signs in again")
                .isEqualTo(302);
    }

    @Test
    void aChangedRoleCountsAtTheNextRequest() {
        var mira = Visitor.signedIn(port, Staff.MIRA);
        assertThat(mira.get("/password").text()).contains(">Accounts<");
        set(Staff.MIRA, "role = 'front-desk'");
        try {
            assertThat(mira.get("/password").text()).doesNotContain(">Accounts<");
        } finally {
            set(Staff.MIRA, "role = 'manager'");
        }
    }

    @Test
    void whoSignsInAndOutAndWhatIsRefusedIsOnRecordAndNobodyFillsIt() {
        time.stop();
        int before = entries().size();
        var dario = Visitor.signedIn(port, Staff.DARIO);
        signedOut(dario);
        fail(4);
        disabled(
                Staff.MIRA,
                () -> assertThat(new Visitor(port)
                                .redirect(new Visitor(port).signIn(Staff.MIRA.email(), Staff.PASSWORD)))
                        .isEqualTo(REFUSED));
        var unused = new Visitor(port).signIn("nobody@unknot.test", Staff.PASSWORD);
        fail(5);

        assertThat(entries().stream().skip(before))
                .containsExactly(
                        "front-desk CHANGED signed-in Dario Desk null",
                        "front-desk CHANGED signed-out Dario Desk null",
                        "nobody REFUSED sign-in Dario Desk wrong-password",
                        "nobody REFUSED sign-in Dario Desk wrong-password",
                        "nobody REFUSED sign-in Dario Desk wrong-password",
                        "nobody REFUSED sign-in Dario Desk wrong-password",
                        "nobody REFUSED sign-in Mira Manager account-disabled",
                        "nobody REFUSED sign-in null unknown-account",
                        "nobody REFUSED sign-in Dario Desk wrong-password",
                        "nobody REFUSED sign-in-paused Dario Desk network");
    }

    private List<String> entries() {
        return database.sql("""
                        SELECT split_part(actor, ':', 1) || ' ' || outcome || ' ' || what || ' '
                            || coalesce(name, 'null') || ' ' || coalesce(cause, 'null')
                        FROM audit_trail LEFT JOIN accounts ON id = subject ORDER BY position
                        """).query(String.class).list();
    }

    @Test
    void aFormWithoutItsTokenIsRefusedInWords() {
        var dario = Visitor.signedIn(port, Staff.DARIO);

        Answer page = dario.postAsIs("/sign-out", Map.of());
        Answer part = dario.asScript().postAsIs("/sign-out", Map.of());

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("stale-page", "<title>");
        assertThat(part.status()).isEqualTo(403);
        assertThat(part.text()).contains("stale-page").doesNotContain("<title>");
        assertThat(dario.get("/password").status()).isEqualTo(200);
    }

    @Test
    void aPartOfAPageSendsTheWholeBrowserToTheSignIn() {
        Answer answer = new Visitor(port).asScript().get("/password");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/sign-in?ended");
    }

    @Test
    void whoIsLedToTheSignInByASessionThatEndedReadsWhyAndNobodyElse() {
        String why = "You have been signed out. Sign in, and you are back where you were.";
        var dario = Visitor.signedIn(port, Staff.DARIO);
        database.sql("DELETE FROM spring_session").update();

        assertThat(dario.get(String.valueOf(dario.redirect(dario.get("/password"))))
                        .text())
                .contains(why);
        assertThat(dario.get("/sign-in").text()).doesNotContain(why);
        var stranger = new Visitor(port);
        assertThat(stranger.get(String.valueOf(stranger.redirect(stranger.get("/password"))))
                        .text())
                .doesNotContain(why);
        var left = Visitor.signedIn(port, Staff.DARIO);
        assertThat(left.get(String.valueOf(left.redirect(left.post("/sign-out", Map.of()))))
                        .text())
                .doesNotContain(why);
        assertThat(left.redirect(left.get("/password"))).isEqualTo("/sign-in?back=%2Fpassword");
    }

    @Test
    void whoHadToSignInComesBackToWhereTheyWere() {
        String day = "/board?location=" + Staff.MITTE + "&date=2030-05-06";
        var dario = new Visitor(port);
        String signIn = String.valueOf(dario.redirect(dario.get(day)));
        assertThat(dario.get(signIn).text()).contains("name=\"back\" value=\"" + day.replace("&", "&amp;") + "\"");

        Answer wrong = dario.post("/sign-in", Map.of("email", Staff.DARIO.email(), "password", "wrong", "back", day));
        assertThat(dario.redirect(wrong)).isEqualTo(signIn.replace("?", "?refused&"));

        assertThat(dario.redirect(in(dario, day))).isEqualTo(day);
    }

    @Test
    void nobodyIsLedAwayNorToWhatIsNotTheirs() {
        for (String elsewhere : List.of(
                "https://example.org/board",
                "//example.org/board",
                "/\\example.org",
                "/accounts",
                "/diary",
                "/board?location=" + Staff.ELSEWHERE,
                "/board?location=nonsense",
                "/nowhere",
                "/sign-in?refused")) {
            assertThat(new Visitor(port).redirect(in(new Visitor(port), elsewhere)))
                    .as(elsewhere)
                    .endsWith("/")
                    .doesNotContain("example", "board");
        }
    }

    private static Answer in(Visitor visitor, String back) {
        var unused = visitor.get("/sign-in");
        return visitor.post("/sign-in", Map.of("email", Staff.DARIO.email(), "password", Staff.PASSWORD, "back", back));
    }

    private boolean darioIsLetIn() {
        var visitor = new Visitor(port);
        return "/".equals(visitor.redirect(visitor.signIn(Staff.DARIO.email(), Staff.PASSWORD)));
    }

    private void fail(int times) {
        fail(Staff.DARIO, times);
    }

    private void fail(Staff staff, int times) {
        for (int i = 0; i < times; i++) {
            var visitor = new Visitor(port);
            assertThat(visitor.redirect(visitor.signIn(staff.email(), "wrong"))).isEqualTo(REFUSED);
        }
    }

    private void disabled(Staff staff, Runnable scene) {
        set(staff, "disabled = true");
        try {
            scene.run();
        } finally {
            set(staff, "disabled = false");
        }
    }

    @Test
    void aRedirectRepeatsNoNameThatACallerSaysToHaveCalled() {
        Answer answer = Http.at(port)
                .with("Accept", "text/html")
                .with("X-Forwarded-Host", "evil.example.com")
                .get("/board");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).startsWith("/sign-in");
    }

    private void set(Staff staff, String change) {
        database.sql("UPDATE accounts SET " + change + " WHERE email = ?")
                .param(staff.email())
                .update();
    }

    /** Sessions keep the time of the machine, so theirs is moved back. */
    private void idle(Duration time) {
        assertThat(database.sql("""
                                UPDATE spring_session
                                SET last_access_time = last_access_time - :time, expiry_time = expiry_time - :time
                                """).param("time", time.toMillis()).update()).isEqualTo(1);
    }

    private int sessions() {
        return database.sql("SELECT count(*) FROM spring_session")
                .query(Integer.class)
                .single();
    }
}
