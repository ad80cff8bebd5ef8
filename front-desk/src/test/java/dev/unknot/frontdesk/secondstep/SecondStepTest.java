package dev.unknot.frontdesk.secondstep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.frontdesk.FakeClinic;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Staff;
import dev.unknot.frontdesk.TimeOfTokens;
import dev.unknot.frontdesk.Visitor;
import dev.unknot.platform.test.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@FrontDeskTest
@TestPropertySource(properties = "unknot.second-step.required-for=owner")
class SecondStepTest {

    private static final FakeClinic CLINIC = new FakeClinic();
    private static final String PAGE = "/account/second-step";
    private static final String CODE = "/sign-in/code";
    private static final String REFUSED = CODE + "?refused";
    private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7]{4}(?: [A-Z2-7]{4}){7})</code>");
    private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-7]{4}(?:-[a-z2-7]{4}){3})</code>");

    @LocalServerPort
    int port;

    @Autowired
    TimeOfTokens time;

    @Autowired
    JdbcClient database;

    private static final Map<String, String> PRESENT = Map.of("present", Staff.PASSWORD);

    private byte[] secret = {};

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
    }

    @BeforeEach
    void nobodyHasOne() {
        CLINIC.reset();
        CLINIC.says("/api/v1/locations", Map.of("items", List.of()));
        CLINIC.says("/api/v1/therapists", Map.of("items", List.of()));
        database.sql("DELETE FROM sign_in_attempts").update();
        database.sql("DELETE FROM second_steps").update();
        time.stop();
    }

    @AfterEach
    void timeGoesOn() {
        time.goOn();
    }

    @Test
    void whoHasOneIsAskedForACodeOfWhichEachLetsInOnce() {
        var dario = Visitor.signedIn(port, Staff.DARIO);
        List<String> recovery = turnedOn(dario);
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();

        var phone = afterThePassword();
        assertThat(phone.redirect(phone.get("/board"))).as("half signed in").startsWith("/sign-in");
        assertThat(phone.redirect(phone.post(CODE, Map.of("code", code()))))
                .as("the code that turned it on")
                .isEqualTo(REFUSED);
        assertThat(phone.get(REFUSED).text()).contains("Wait for the next code");
        time.moveBy(TimeCodes.STEP);
        String session = phone.cookie("__Host-unknot");
        assertThat(phone.redirect(phone.post(CODE, Map.of("code", code().substring(0, 3) + " " + code().substring(3)))))
                .isEqualTo("/");
        assertThat(phone.cookie("__Host-unknot")).as("the name of the session").isNotEqualTo(session);
        assertThat(phone.get("/account").text()).contains("Dario Desk", "Second step: on");

        var lost = afterThePassword();
        assertThat(lost.redirect(
                        lost.post(CODE, Map.of("code", recovery.getFirst().toUpperCase()))))
                .isEqualTo("/");
        assertThat(lost.get(PAGE).text()).contains("9 are left");
        var again = afterThePassword();
        assertThat(again.redirect(again.post(CODE, Map.of("code", recovery.getFirst()))))
                .isEqualTo(REFUSED);
    }

    @Test
    void beforeAFirstCodeItIsNotOn() {
        var dario = Visitor.signedIn(port, Staff.DARIO);
        begun(dario);

        Answer wrong = dario.post(PAGE + "/code", Map.of("code", "000000".equals(code()) ? "000001" : "000000"));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("wrong-code").doesNotContain("Write these codes down");
        var other = Visitor.signedIn(port, Staff.DARIO);
        assertThat(other.get("/account").text()).contains("Set up a second step");
    }

    @Test
    void itIsBegunByThePasswordAndShownToNobodyElse() {
        var dario = Visitor.signedIn(port, Staff.DARIO);
        Answer guessed = dario.post(PAGE, Map.of("present", "guessed"));
        assertThat(guessed.status()).isEqualTo(422);
        assertThat(guessed.text()).contains("wrong-password", "Begin").doesNotContain("Tell your app");

        begun(dario);

        var elsewhere = Visitor.signedIn(port, Staff.DARIO);
        assertThat(elsewhere.get(PAGE).text()).contains("Begin").doesNotContain("Tell your app");
        assertThat(elsewhere.redirect(elsewhere.post(PAGE + "/code", Map.of("code", code()))))
                .isEqualTo(PAGE);
        assertThat(dario.redirect(dario.post(PAGE + "/code", Map.of("code", code()))))
                .isEqualTo(PAGE);
        assertThat(elsewhere.redirect(elsewhere.get(PAGE)))
                .as("who was signed in without a code")
                .startsWith("/sign-in");
        assertThat(dario.get(PAGE).status()).isEqualTo(200);
    }

    @Test
    void halfASignInLiesInASessionOfItsOwnAndEndsWithAllOthers() {
        var dario = Visitor.signedIn(port, Staff.DARIO);
        List<String> recovery = turnedOn(dario);
        long before = lastEntry();
        var desk = Visitor.signedIn(port, Staff.MIRA);
        String known = desk.cookie("__Host-unknot");
        assertThat(desk.redirect(desk.signIn(Staff.DARIO.email(), Staff.PASSWORD)))
                .isEqualTo(CODE);
        assertThat(desk.cookie("__Host-unknot")).isNotEqualTo(known);
        assertThat(desk.redirect(desk.get("/account"))).as("as Mira").startsWith("/sign-in");

        var mira = Visitor.signedIn(port, Staff.MIRA);
        var unused = mira.post("/accounts/" + idOf(Staff.DARIO) + "/sessions/end", Map.of());

        assertThat(desk.redirect(desk.post(CODE, Map.of("code", recovery.getFirst()))))
                .isEqualTo("/sign-in?refused");
        assertThat(database.sql("SELECT what FROM audit_trail WHERE position > ? ORDER BY position")
                        .param(before)
                        .query(String.class)
                        .list())
                .containsExactly("signed-in", "code-asked", "signed-in", "sessions-ended");
    }

    @Test
    void whatNoCodeCanBeIsNoTryAndAnotherPasswordBeginsTheCountAnew() {
        List<String> recovery = turnedOn(Visitor.signedIn(port, Staff.DARIO));
        var dario = afterThePassword();
        for (String typed : List.of("", "\0", "1".repeat(41), "<b>", "%", "\u0661\u0662\u0663")) {
            assertThat(dario.redirect(dario.post(CODE, Map.of("code", typed)))).isEqualTo(REFUSED);
        }
        assertThat(dario.redirect(dario.post(CODE, Map.of("code", recovery.getFirst()))))
                .isEqualTo("/");

        var guesser = afterThePassword();
        for (int i = 0; i < 5; i++) {
            assertThat(guesser.redirect(guesser.post(CODE, Map.of("code", "wrong " + i))))
                    .isEqualTo(REFUSED);
        }
        database.sql("UPDATE accounts SET password_version = password_version + 1 WHERE email = ?")
                .param(Staff.DARIO.email())
                .update();
        var again = afterThePassword();
        assertThat(again.redirect(again.post(CODE, Map.of("code", recovery.getLast()))))
                .isEqualTo("/");
    }

    @Test
    void afterFiveWrongCodesNoneIsTakenForAMinute() {
        long before = lastEntry();
        List<String> recovery = turnedOn(Visitor.signedIn(port, Staff.DARIO));
        var guesser = afterThePassword();
        for (int i = 0; i < 5; i++) {
            assertThat(guesser.redirect(guesser.post(CODE, Map.of("code", "wrong " + i))))
                    .isEqualTo(REFUSED);
        }
        var dario = afterThePassword();
        assertThat(dario.redirect(dario.post(CODE, Map.of("code", recovery.getFirst()))))
                .isEqualTo(REFUSED);

        time.moveBy(Duration.ofMinutes(1));

        assertThat(dario.redirect(dario.post(CODE, Map.of("code", recovery.getFirst()))))
                .as("what was not taken is still good")
                .isEqualTo("/");
        assertThat(database.sql(
                                "SELECT what || ' ' || cause FROM audit_trail WHERE outcome = 'REFUSED' AND position > ? ORDER BY position")
                        .param(before)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "sign-in wrong-code",
                        "sign-in wrong-code",
                        "sign-in wrong-code",
                        "sign-in wrong-code",
                        "sign-in wrong-code",
                        "sign-in-paused code");
    }

    @Test
    void aCodeAloneOpensNothingNorOneThatComesTooLate() {
        turnedOn(Visitor.signedIn(port, Staff.DARIO));
        time.moveBy(TimeCodes.STEP);
        var stranger = new Visitor(port);
        assertThat(stranger.get(CODE).status()).isEqualTo(200);
        assertThat(stranger.redirect(stranger.post(CODE, Map.of("code", code()))))
                .isEqualTo("/sign-in?refused");
        assertThat(stranger.redirect(stranger.post(CODE, Map.of()))).isEqualTo("/sign-in?refused");

        var late = afterThePassword();
        time.moveBy(Duration.ofMinutes(10));
        assertThat(late.redirect(late.post(CODE, Map.of("code", code())))).isEqualTo("/sign-in?refused");

        var overtaken = afterThePassword();
        database.sql("UPDATE accounts SET password_version = password_version + 1 WHERE email = ?")
                .param(Staff.DARIO.email())
                .update();
        assertThat(overtaken.redirect(overtaken.post(CODE, Map.of("code", code()))))
                .as("the password has changed meanwhile")
                .isEqualTo(REFUSED);
    }

    @Test
    void whoHadToSignInComesBackByBothPages() {
        turnedOn(Visitor.signedIn(port, Staff.DARIO));
        time.moveBy(TimeCodes.STEP);
        var dario = new Visitor(port);
        String form = String.valueOf(dario.redirect(dario.get("/messages")));
        assertThat(dario.get(form).status()).isEqualTo(200);

        String second = String.valueOf(dario.redirect(dario.post(
                "/sign-in", Map.of("email", Staff.DARIO.email(), "password", Staff.PASSWORD, "back", "/messages"))));

        assertThat(second).isEqualTo(CODE + "?back=%2Fmessages");
        assertThat(dario.get(second).text()).contains("name=\"back\" value=\"/messages\"");
        assertThat(dario.redirect(dario.post(CODE, Map.of("code", code(), "back", "/messages"))))
                .isEqualTo("/messages");
    }

    @Test
    void itIsTurnedOffByThePasswordOrByWhoAnswersForTheAccount() {
        var dario = Visitor.signedIn(port, Staff.DARIO);
        turnedOn(dario);
        Answer wrong = dario.post(PAGE + "/end", Map.of("present", "guessed"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("wrong-password", "It is on");
        assertThat(dario.redirect(dario.post(PAGE + "/end", PRESENT))).isEqualTo(PAGE);
        assertThat(Visitor.signedIn(port, Staff.DARIO).get("/account").text())
                .contains("Second step turned on", "Second step turned off", "Set up a second step");

        turnedOn(dario);
        var mira = Visitor.signedIn(port, Staff.MIRA);
        String account = "/accounts/" + idOf(Staff.DARIO);
        assertThat(mira.get(account).text()).contains("Take the second step away");
        assertThat(mira.redirect(mira.post(account + "/second-step/end", Map.of())))
                .isEqualTo(account);
        assertThat(mira.get(account).text()).doesNotContain("Take the second step away");
        assertThat(Visitor.signedIn(port, Staff.DARIO).get("/account").status()).isEqualTo(200);
        assertThat(mira.post("/accounts/" + idOf(Staff.MIRA) + "/second-step/end", Map.of())
                        .text())
                .contains("own-account");
    }

    @Test
    void whoseRoleNeedsOneSetsItUpBeforeAnythingElse() {
        var olga = new Visitor(port);
        assertThat(olga.redirect(olga.signIn(Staff.OLGA.email(), Staff.PASSWORD)))
                .isEqualTo("/");
        assertThat(olga.redirect(olga.get("/accounts"))).isEqualTo(PAGE);
        assertThat(olga.get("/password").status()).isEqualTo(200);
        assertThat(olga.get(PAGE).text()).contains("People with your role need one here");

        turnedOn(olga);

        assertThat(olga.get("/accounts").status()).isEqualTo(200);
        assertThat(Visitor.signedIn(port, Staff.MIRA).get("/accounts").status()).isEqualTo(200);
    }

    @Test
    void theSecretLiesEncryptedAndTheCodesAsHashes() {
        List<String> recovery = turnedOn(Visitor.signedIn(port, Staff.DARIO));

        assertThat(database.sql("SELECT secret FROM second_steps")
                        .query(byte[].class)
                        .single())
                .hasSizeGreaterThan(40);
        assertThat(database.sql("SELECT encode(secret, 'escape') FROM second_steps")
                        .query(String.class)
                        .single())
                .doesNotContain(new Base32().encodeToString(secret));
        assertThat(database.sql("SELECT encode(code_hash, 'escape') FROM recovery_codes")
                        .query(String.class)
                        .list())
                .hasSize(10)
                .noneMatch(kept -> recovery.stream().anyMatch(code -> kept.contains(code.replace("-", ""))));
    }

    private long lastEntry() {
        return database.sql("SELECT coalesce(max(position), 0) FROM audit_trail")
                .query(Long.class)
                .single();
    }

    private Visitor afterThePassword() {
        var visitor = new Visitor(port);
        assertThat(visitor.redirect(visitor.signIn(Staff.DARIO.email(), Staff.PASSWORD)))
                .isEqualTo(CODE);
        assertThat(visitor.get(CODE).text()).contains("six digits of your app");
        return visitor;
    }

    private void begun(Visitor visitor) {
        assertThat(visitor.get(PAGE).text()).contains("Begin");
        assertThat(visitor.redirect(visitor.post(PAGE, PRESENT))).isEqualTo(PAGE);
        Matcher shown = SECRET.matcher(visitor.get(PAGE).text());
        assertThat(shown.find()).isTrue();
        secret = new Base32().decode(shown.group(1).replace(" ", ""));
    }

    /** @return the codes for a lost app */
    private List<String> turnedOn(Visitor visitor) {
        begun(visitor);
        assertThat(visitor.redirect(visitor.post(PAGE + "/code", Map.of("code", code()))))
                .isEqualTo(PAGE);
        String codes = visitor.get(PAGE).text();
        assertThat(codes).contains("Write these codes down");
        assertThat(RECOVERY.matcher(visitor.get(PAGE).text()).find())
                .as("after a reload")
                .isTrue();
        assertThat(visitor.redirect(visitor.post(PAGE + "/code", Map.of("code", code()))))
                .as("sent twice")
                .isEqualTo(PAGE);
        assertThat(visitor.redirect(visitor.post(PAGE + "/codes/noted", Map.of())))
                .isEqualTo("/account");
        assertThat(visitor.get(PAGE).text()).doesNotContain("Write these codes down");
        return RECOVERY.matcher(codes)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** As the app shows it. */
    private String code() {
        return Codes.of(secret, time.clock().instant());
    }

    private UUID idOf(Staff staff) {
        return database.sql("SELECT id FROM accounts WHERE email = ?")
                .param(staff.email())
                .query(UUID.class)
                .single();
    }
}
