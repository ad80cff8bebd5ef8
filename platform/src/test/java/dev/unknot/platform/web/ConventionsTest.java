package dev.unknot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.Wire;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnTheWeb
class ConventionsTest {

    private static final String LOCATION = "0197a000-0000-7000-8000-000000000001";
    private static final String NOTICE = "/notices/" + LOCATION;

    @LocalServerPort
    int port;

    private Http api = Http.at(0);

    @BeforeEach
    void signIn() {
        api = Http.at(port).as(Tokens.owner());
    }

    @Test
    void aChangeNeedsTheVersionItsCallerHasSeen() {
        String etag = api.get(NOTICE).etag();

        assertThat(etag).isEqualTo("\"3\"");
        assertThat(api.put(NOTICE, "{}", "If-Match", etag).body().at("/version").asInt())
                .isEqualTo(4);
        refused(api.put(NOTICE, "{}"), 428, "if-match-required");
        refused(api.put(NOTICE, "{}", "If-Match", "\"2\""), 412, "version-mismatch");
        refused(api.put(NOTICE, "{}", "If-Match", "3"), 400, "malformed-if-match");
        refused(api.put(NOTICE, "{}", "If-Match", "*"), 400, "malformed-if-match");
        refused(api.put(NOTICE, "{}", "If-Match", "\"99999999999999999999\""), 400, "malformed-if-match");
    }

    @Test
    void aHeaderThatNobodyShouldSendIsRefused() {
        Wire wire = Wire.to(port);
        String token = "Authorization: Bearer " + Tokens.owner();

        assertThat(wire.says("GET " + NOTICE, token, "If-None-Match: \"\u00c4\u008d")
                        .status())
                .isEqualTo(400);
        assertThat(wire.says("PUT " + NOTICE, token, "If-Match: \"\u00c4\u008d\"")
                        .status())
                .isEqualTo(400);
        assertThat(wire.says("GET " + NOTICE, token, "Accept-Language: " + "de,".repeat(200) + "en")
                        .status())
                .isEqualTo(200);
        assertThat(wire.says("GET /search?from=2026-03-02T09:00:00Z", token, "Accept: /;;")
                        .status())
                .isEqualTo(406);
        refused(api.post("/notices", "{}", "Content-Type", "*/*"), 415, "unsupported-media-type");
        refused(api.post("/notices", "{}", "Content-Type", "text/*"), 415, "unsupported-media-type");
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        assertThat(api.with("If-None-Match", "\"3\"").get(NOTICE).status()).isEqualTo(304);
    }

    @Test
    void parametersAreIso() {
        var answer =
                api.get("/search?from=2026-03-02T10:00:00%2B01:00&day=2026-03-02&zone=Europe/Berlin&gender=FEMALE");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().at("/from").asString()).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(answer.body().at("/day").asString()).isEqualTo("2026-03-02");
    }

    @Test
    void aCursorGivesBackItsParts() {
        String cursor = Cursor.encode("Müller & Söhne, 50 %", 42L, "");

        assertThat(Cursor.decode(cursor)).containsExactly("Müller & Söhne, 50 %", "42", "");
        assertThat(api.get("/search?from=2026-03-02T09:00:00Z&cursor=" + cursor)
                        .body()
                        .at("/parts")
                        .asLong())
                .isEqualTo(42);
    }

    @Test
    void aCursorOfAnotherKindIsRefused() {
        refused(api.get("/search?from=2026-03-02T09:00:00Z&cursor=" + Cursor.encode("a", "b")), 400, "invalid-cursor");
        refused(api.get("/search?from=2026-03-02T09:00:00Z&cursor=" + Cursor.encode("a")), 400, "invalid-cursor");
        assertThatThrownBy(() -> Cursor.decode("not base64!")).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> Cursor.decode("")).isInstanceOf(Rejection.class);
        for (String far : List.of("+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "2200-01-01T00:00:00Z")) {
            assertThatThrownBy(() -> Cursor.decode(Cursor.encode(far), parts -> Cursor.moment(parts.getFirst())))
                    .isInstanceOf(Rejection.class);
        }
    }

    @Test
    void theApiDescribesIdsZonesAndRefusals() {
        JsonNode api = Http.at(port).get("/v3/api-docs").body();

        assertThat(api.at("/openapi").asString()).startsWith("3.1");
        JsonNode location = api.at("/components/schemas/Reader/properties/location");
        assertThat(location.at("/type").asString()).isEqualTo("string");
        assertThat(location.at("/format").asString()).isEqualTo("uuid");
        JsonNode read = api.at("/paths/~1notices~1{location}/get");
        assertThat(read.at("/parameters/0/schema/format").asString()).isEqualTo("uuid");
        assertThat(read.at("/responses/default/$ref").asString()).isEqualTo("#/components/responses/Problem");
        assertThat(api.at("/components/responses/Problem/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(api.at("/paths/~1notices~1{location}/put/parameters").toString())
                .contains("If-Match")
                .doesNotContain("expected");
        assertThat(api.at("/paths/~1whoami/get/parameters").isMissingNode()).isTrue();
        assertThat(api.at("/paths/~1search/get/parameters").toString())
                .contains("\"zone\"")
                .doesNotContain("ZoneId");
        assertThat(api.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(api.at("/paths").propertyNames()).doesNotContain("/error", "/dev/clock");
    }

    @Test
    void theApiDescribesWhatACallAnswersAndWhatMayBeNull() {
        JsonNode api = Http.at(port).get("/v3/api-docs").body();

        JsonNode read = api.at("/paths/~1notices~1{location}/get/responses");
        assertThat(read.at("/200/headers/ETag/required").asBoolean()).isTrue();
        assertThat(read.has("304")).isTrue();
        assertThat(read.propertyNames()).contains("400", "401", "403", "404").doesNotContain("412");
        assertThat(api.at("/paths/~1notices~1{location}/put/responses").propertyNames())
                .contains("412", "428");
        assertThat(api.at("/paths/~1open~1board/get/security")).isEmpty();
        assertThat(api.at("/paths/~1open~1board/get/responses").has("401")).isFalse();
        JsonNode notice = api.at("/components/schemas/Notice/properties");
        assertThat(notice.at("/from/type").valueStream().map(JsonNode::asString))
                .containsExactly("string", "null");
        assertThat(notice.at("/copies/type").asString()).isEqualTo("integer");
        JsonNode gender = api.at("/components/schemas/Reader/properties/gender/anyOf");
        assertThat(gender.at("/0/$ref").asString()).isEqualTo("#/components/schemas/Gender");
        assertThat(gender.at("/1/type").asString()).isEqualTo("null");
        assertThat(api.at("/info/title").asString()).isEqualTo("Unknot notice-service");
        assertThat(api.at("/servers/0/url").asString()).isEqualTo("/");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
