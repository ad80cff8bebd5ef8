package dev.unknot.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.access.Scope;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.web.OnTheWeb;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnTheWeb
class AccessTest {

    private final LocationId mitte = new LocationId(UUID.randomUUID());
    private final LocationId kreuzberg = new LocationId(UUID.randomUUID());

    @LocalServerPort
    int port;

    @Autowired
    Actors actors;

    @Test
    void aTokenNamesTheCaller() {
        var answer = as(Tokens.of(Role.FRONT_DESK, "mira", mitte)).get("/whoami");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/actor").asString()).isEqualTo("front-desk:mira");
        assertThat(answer.body().at("/all").asBoolean()).isFalse();
    }

    @Test
    void withoutAGoodTokenNobodyGetsIn() {
        unauthenticated(Http.at(port).get("/whoami"));
        unauthenticated(Http.at(port).get("/nowhere"));
        unauthenticated(as("not-a-token").get("/whoami"));
        unauthenticated(as(Tokens.expired()).get("/whoami"));
        unauthenticated(as(Tokens.signedByStranger()).get("/whoami"));
        unauthenticated(as(Tokens.wrongIssuer()).get("/whoami"));
        unauthenticated(as(Tokens.withoutEnd()).get("/whoami"));
        unauthenticated(as(Tokens.forOthers()).get("/whoami"));
    }

    @Test
    void anotherRoleIsRefused() {
        assertThat(as(Tokens.of(Role.MANAGER)).get("/managers").status()).isEqualTo(200);

        refused(as(Tokens.of(Role.THERAPIST)).get("/managers"), "role-not-allowed", "Your role does not allow this.");
    }

    @Test
    void anotherLocationIsRefused() {
        Http frontDesk = as(Tokens.of(Role.FRONT_DESK, mitte));

        assertThat(frontDesk.get("/diaries/" + mitte).status()).isEqualTo(200);
        refused(frontDesk.get("/diaries/" + kreuzberg), "location-not-yours", "This location is not one of yours.");
        assertThat(as(Tokens.owner()).get("/diaries/" + kreuzberg).status()).isEqualTo(200);
    }

    @Test
    void aServiceActingAloneMayReadWhatIsNamedForIt() {
        Http service = as(Tokens.of(Role.SERVICE));

        assertThat(service.get("/diaries/" + mitte).status()).isEqualTo(200);
        refused(service.get("/whoami"), "forbidden", "You may not do this.");
        refused(service.post("/diaries/" + mitte, "{}"), "forbidden", "You may not do this.");
    }

    @Test
    void someAddressesNeedNoToken() {
        Http stranger = Http.at(port);

        assertThat(stranger.get("/open/board").status()).isEqualTo(200);
        assertThat(stranger.get("/actuator/health").status()).isEqualTo(200);
        assertThat(stranger.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(stranger.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(stranger.get("/v3/api-docs").status()).isEqualTo(200);
        unauthenticated(stranger.get("/actuator/info"));
    }

    @Test
    void aProgramThatReadsOnlyReads() {
        Http reader = as(Tokens.program(Scope.READ));
        String anything = "{}";

        assertThat(reader.get("/whoami").status()).isEqualTo(200);
        refused(reader.post("/notices", anything), "scope-not-granted", "This program may only read.");
        assertThat(as(Tokens.program(Scope.READ, Scope.BOOK))
                        .post("/notices", anything)
                        .code())
                .isEqualTo("invalid-request");
    }

    @Test
    void aProgramThatAsksTooOftenIsToldWhenToAskAgain() {
        Http program = as(Tokens.of(Role.INTEGRATION, "busy"));

        Answer refused = Stream.generate(() -> program.get("/whoami"))
                .limit(1_000)
                .filter(answer -> answer.status() != 200)
                .findFirst()
                .orElseThrow();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().at("/code").asString()).isEqualTo("too-many-requests");
        assertThat(refused.body().at("/retryAfter").asInt()).isPositive();
        assertThat(refused.header("Retry-After"))
                .isEqualTo(refused.body().at("/retryAfter").asString());
        assertThat(as(Tokens.of(Role.INTEGRATION, "quiet")).get("/whoami").status())
                .isEqualTo(200);
    }

    @Test
    void outsideARequestTheServiceItselfActs() {
        assertThat(actors.current()).isEqualTo("service:notice-service");
    }

    private Http as(String token) {
        return Http.at(port).as(token);
    }

    private static void unauthenticated(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.body().at("/code").asString()).isEqualTo("unauthenticated");
        assertThat(answer.body().at("/detail").asString()).isEqualTo("This needs a valid access token.");
    }

    private static void refused(Answer answer, String code, String sentence) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.body().at("/code").asString()).isEqualTo(code);
        assertThat(answer.body().at("/detail").asString()).isEqualTo(sentence);
    }
}
