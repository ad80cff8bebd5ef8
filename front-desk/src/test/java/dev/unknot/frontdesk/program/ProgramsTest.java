package dev.unknot.frontdesk.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.unknot.common.api.ItemList;
import dev.unknot.frontdesk.FakeClinic;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Kreuzberg;
import dev.unknot.frontdesk.Staff;
import dev.unknot.frontdesk.Visitor;
import dev.unknot.frontdesk.token.TokenDesk;
import dev.unknot.platform.test.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An owner lets programs in on a page, and a program asks for tokens as it does. */
@FrontDeskTest
class ProgramsTest {

    private static final FakeClinic CLINIC = new FakeClinic();
    private static final Pattern ID = Pattern.compile("id=\"client-id\">([^<]+)<");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([^<]+)<");
    private static final Pattern SINCE = Pattern.compile("name=\"since\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor olga = new Visitor(0);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
    }

    @BeforeEach
    void aClinicWithoutPrograms() {
        CLINIC.reset();
        CLINIC.says("/api/v1/locations", ItemList.all(List.of(Kreuzberg.clinic())));
        database.sql("DELETE FROM access_clients WHERE name IS NOT NULL").update();
        olga = Visitor.signedIn(port, Staff.OLGA);
    }

    @Test
    void aProgramGetsTokensAsFarAsItWasLetInAndIsSeenToUseThem() throws Exception {
        Made made = made(register("Website", "book", "locations", Kreuzberg.ID.toString()));
        assertThat(olga.get("/programs").text()).contains("Website", "look and book", "Kreuzberg", "never");

        JWTClaimsSet claims = claims(new TokenDesk(port).ask(made.id(), made.secret()));

        assertThat(claims.getSubject()).isEqualTo(made.id());
        assertThat(claims.getStringClaim("role")).isEqualTo("integration");
        assertThat(claims.getStringListClaim("scope")).containsExactlyInAnyOrder("read", "book");
        assertThat(claims.getStringListClaim("locations")).containsExactly(Kreuzberg.ID.toString());
        assertThat(olga.get("/programs").text()).contains("just now").doesNotContain(made.secret());
        assertThat(database.sql("SELECT secret_hash FROM access_clients WHERE id = ?")
                        .param(made.id())
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}");
    }

    @Test
    void aProgramMayAskForLessThanItHasAndNotForMore() throws Exception {
        Made made = made(register("Till", "manage", "allLocations", "true"));
        TokenDesk desk = new TokenDesk(port);

        JWTClaimsSet all = claims(desk.ask(made.id(), made.secret()));
        JWTClaimsSet less = claims(desk.ask(made.id(), made.secret(), "read"));

        assertThat(all.getStringClaim("role")).isEqualTo("manager");
        assertThat(all.getStringListClaim("locations")).containsExactly("*");
        assertThat(less.getStringClaim("role")).isEqualTo("integration");
        assertThat(less.getStringListClaim("scope")).containsExactly("read");
        Made reader = made(register("Report", "read", "allLocations", "true"));
        assertThat(desk.ask(reader.id(), reader.secret(), "manage")
                        .body()
                        .at("/error")
                        .asString())
                .isEqualTo("invalid_scope");
    }

    @Test
    void aNewSecretEndsTheOneBeforeAndIsMadeOnce() {
        Made made = made(register("Website", "read", "allLocations", "true"));
        String since = found(SINCE, olga.get("/programs"));
        TokenDesk desk = new TokenDesk(port);

        Made renewed = made(olga.post("/programs/" + made.id() + "/secret", Map.of("since", since)));

        assertThat(renewed.id()).isEqualTo(made.id());
        assertThat(desk.ask(made.id(), made.secret()).status()).isEqualTo(401);
        assertThat(desk.ask(made.id(), renewed.secret()).status()).isEqualTo(200);
        assertThat(olga.post("/programs/" + made.id() + "/secret", Map.of("since", since))
                        .status())
                .isEqualTo(412);
        assertThat(desk.ask(made.id(), renewed.secret()).status()).isEqualTo(200);
    }

    @Test
    void oneThatHasEndedGetsNoTokenAndItsNameIsFree() {
        Made made = made(register("Website", "read", "allLocations", "true"));
        assertThat(register("website", "read", "allLocations", "true").status()).isEqualTo(409);

        olga.post("/programs/" + made.id() + "/end", Map.of());

        assertThat(new TokenDesk(port).ask(made.id(), made.secret()).status()).isEqualTo(401);
        assertThat(olga.get("/programs").text()).contains("ended").doesNotContain("Make a new secret");
        assertThat(register("Website", "read", "allLocations", "true").status()).isEqualTo(200);
        assertThat(database.sql("SELECT what FROM audit_trail WHERE subject = ? ORDER BY at")
                        .param(UUID.fromString(made.id()))
                        .query(String.class)
                        .list())
                .containsExactly("program-registered", "program-ended");
    }

    @Test
    void whatIsMissingOrUnknownIsRefusedInWords() {
        assertThat(register("", "read", "allLocations", "true").text()).contains("A name has 1 to 100 characters.");
        assertThat(register("Website", "everything", "allLocations", "true").text())
                .contains("Say how far the program may go.");
        assertThat(olga.post("/programs", Map.of("name", "Website", "scope", "read"))
                        .text())
                .contains("A program has 1 to 100 locations, or all.");
        assertThat(register("Website", "read", "locations", Staff.ELSEWHERE).text())
                .contains("There is no such location.");
    }

    @Test
    void onlyAnOwnerLetsProgramsIn() {
        Visitor mira = Visitor.signedIn(port, Staff.MIRA);

        assertThat(mira.get("/programs").status()).isEqualTo(403);
        assertThat(mira.post("/programs", Map.of("name", "Mine", "scope", "manage", "allLocations", "true"))
                        .status())
                .isEqualTo(403);
        assertThat(mira.get("/account").text()).doesNotContain("/programs");
    }

    private Answer register(String name, String scope, String field, String value) {
        return olga.post("/programs", Map.of("name", name, "scope", scope, field, value));
    }

    private record Made(String id, String secret) {}

    private static Made made(Answer page) {
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return new Made(found(ID, page), found(SECRET, page));
    }

    private static String found(Pattern pattern, Answer page) {
        return pattern.matcher(page.text())
                .results()
                .map((MatchResult result) -> result.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.text()));
    }

    private static JWTClaimsSet claims(Answer answer) throws Exception {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return SignedJWT.parse(answer.body().at("/access_token").asString()).getJWTClaimsSet();
    }
}
