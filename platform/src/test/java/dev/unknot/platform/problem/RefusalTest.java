package dev.unknot.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.Wire;
import dev.unknot.platform.web.OnTheWeb;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnTheWeb
@ExtendWith(OutputCaptureExtension.class)
class RefusalTest {

    private static final String LOCATION = "0197a000-0000-7000-8000-000000000001";

    @LocalServerPort
    int port;

    private Http api = Http.at(0);

    @BeforeEach
    void signIn() {
        api = Http.at(port).as(Tokens.owner());
    }

    @Test
    void aRejectionTellsItsStatusCodeSentenceAndField() {
        var answer = refused(api.get("/failures/rule"), 422, "too-late", "This notice comes too late.");

        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("from");
        assertThat(answer.body().at("/instance").asString()).isEqualTo("/failures/rule");
        refused(api.get("/failures/conflict"), 409, "slot-taken", "This slot has just been taken.");
    }

    @Test
    void brokenJsonIsToldFromAWrongField() {
        refused(api.post("/notices", "{\"title\": "), 400, "malformed-json", "The body is not well-formed JSON.");
        refused(api.post("/notices", ""), 400, "malformed-json", "The request needs a JSON body.");
    }

    @Test
    void anUnknownFieldIsNamed() {
        var answer = refused(
                api.post("/notices", notice("\"colour\": \"red\"")),
                400,
                "unknown-field",
                "The field colour is not known here.");

        assertThat(fields(answer)).containsExactly("colour");
    }

    @Test
    void aWrongTypeIsNamedWithItsPath() {
        String body = "{\"title\": \"Hello\", \"copies\": 1, \"readers\": [{\"location\": \"nowhere\"}]}";

        var answer = refused(
                api.post("/notices", body), 400, "invalid-request", "The field readers[0].location must be a UUID.");

        assertThat(fields(answer)).containsExactly("readers[0].location");
    }

    @Test
    void numbersAreNotText() {
        var answer = refused(
                api.post("/notices", notice("\"copies\": \"2\"")),
                400,
                "invalid-request",
                "The field copies must be a whole number.");

        assertThat(fields(answer)).containsExactly("copies");
        assertThat(fields(api.post("/notices", notice("\"copies\": 2.5")))).containsExactly("copies");
        assertThat(fields(api.post("/notices", notice("\"copies\": null")))).containsExactly("copies");
        assertThat(fields(api.post("/notices", notice("\"copies\": 99999999999"))))
                .containsExactly("copies");
        assertThat(fields(api.post("/notices", notice("\"from\": \"tomorrow\""))))
                .containsExactly("from");
        assertThat(fields(api.post(
                        "/notices",
                        notice("\"readers\": [{\"location\": \"" + LOCATION + "\", \"gender\": \"NEITHER\"}]"))))
                .containsExactly("readers[0].gender");
    }

    @Test
    void anEmptyTextIsNeitherAnIdNorADateNorAWord() {
        for (String empty : List.of("", " ")) {
            String reader = "\"readers\": [{\"location\": \"%s\"%s}]";
            assertThat(fields(api.post("/notices", notice(reader.formatted(empty, "")))))
                    .containsExactly("readers[0].location");
            assertThat(fields(api.post("/notices", notice("\"from\": \"" + empty + "\""))))
                    .containsExactly("from");
            assertThat(fields(api.post(
                            "/notices", notice(reader.formatted(LOCATION, ", \"gender\": \"" + empty + "\"")))))
                    .containsExactly("readers[0].gender");
        }
    }

    @Test
    void everyInvalidFieldIsListed() {
        var answer = refused(
                api.post("/notices", "{\"title\": \" \", \"copies\": 1, \"readers\": [{}]}"),
                400,
                "invalid-request",
                "Some fields of the request are not valid.");

        assertThat(fields(answer)).containsExactly("readers[0].location", "title");
        assertThat(answer.body().at("/errors/1/code").asString()).isEqualTo("not-blank");
        assertThat(answer.body().at("/errors/1/message").asString()).isEqualTo("must not be blank");
    }

    @Test
    void theSentencesDoNotDependOnTheBrowsersLanguage() {
        var answer = api.with("Accept-Language", "de").post("/notices", notice("\"title\": \"\""));

        assertThat(answer.body().at("/detail").asString()).isEqualTo("The field title must not be blank.");
    }

    @Test
    void parametersAreNamedWhenMissingOrUnreadable() {
        refused(api.get("/search"), 400, "missing-parameter", "The parameter from is missing.");
        var answer = refused(
                api.get("/search?from=today"),
                400,
                "invalid-parameter",
                "The parameter from must be an instant of the years 1970 to 2199 with its offset, such as 2026-03-02T09:00:00Z.");
        assertThat(fields(answer)).containsExactly("from");
        for (String far : List.of("-1000000000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2200-01-01T00:00:00Z")) {
            assertThat(fields(api.get("/search?from=" + far))).as(far).containsExactly("from");
        }
        for (String far : List.of("-999999999-01-01", "1969-12-31", "2200-01-01", "%2B999999999-12-31")) {
            assertThat(fields(api.get("/search?from=2026-03-02T09:00:00Z&day=" + far)))
                    .as(far)
                    .containsExactly("day");
        }
        assertThat(fields(api.get("/search?from=2026-03-02T09:00:00Z&limit=1000")))
                .containsExactly("limit");
        assertThat(fields(api.get("/search?from=2026-03-02T09:00:00Z&limit=ten")))
                .containsExactly("limit");
        assertThat(fields(api.get("/search?from=2026-03-02T09:00:00Z&day=3/2/26")))
                .containsExactly("day");
        assertThat(fields(api.get("/search?from=2026-03-02T09:00:00Z&gender=none")))
                .containsExactly("gender");
        assertThat(fields(api.get("/search?from=2026-03-02T09:00:00Z&zone=Berlin")))
                .containsExactly("zone");
        var id = refused(api.get("/notices/seven"), 400, "invalid-parameter", "The parameter location must be a UUID.");
        assertThat(fields(id)).containsExactly("location");
    }

    @Test
    void aTextNoDatabaseCanKeepIsNamedWhereverItEnters() {
        var title = refused(
                api.post("/notices", notice("\"title\": \"a\\u0000b\"")),
                400,
                "invalid-request",
                "The field title must not contain the character U+0000.");
        assertThat(fields(title)).containsExactly("title");
        var cursor = refused(
                api.get("/search?from=2026-03-02T09:00:00Z&cursor=a%00b"),
                400,
                "invalid-parameter",
                "The parameter cursor must not contain the character U+0000.");
        assertThat(fields(cursor)).containsExactly("cursor");
    }

    @Test
    void halfACharacterIsNamedWhereverItEnters() {
        refused(
                api.post("/notices", notice("\"title\": \"a\\ud83eb\"")),
                400,
                "invalid-request",
                "The field title must not contain half a character.");
        assertThat(api.post("/notices", notice("\"title\": \"a\\ud83e\\udd86b\""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aValueTheDatabaseWillNotTakeIsTheCallersAffair() {
        refused(api.get("/failures/value"), 400, "invalid-request", "A value is outside what can be kept.");
    }

    @Test
    void addressesMethodsAndTypesAreRefusedAlike() throws IOException, InterruptedException {
        refused(api.get("/nowhere"), 404, "not-found", "There is nothing at this address.");
        var method = refused(api.delete("/notices"), 405, "method-not-allowed", "This address does not take DELETE.");
        assertThat(method.header("Allow")).contains("POST");
        refused(
                api.post("/notices", "<notice/>", "Content-Type", "application/xml"),
                415,
                "unsupported-media-type",
                "The body has a type that is not taken here.");
        refused(
                api.with("Accept", "image/png").get("/whoami"),
                406,
                "not-acceptable",
                "This cannot be answered in the type asked for.");
    }

    @Test
    void aBodyOver256KiBIsRefused() throws IOException, InterruptedException {
        String large = notice("\"title\": \"" + "x".repeat(256 * 1024) + "\"");

        refused(api.post("/notices", large), 413, "payload-too-large", "The request is larger than 256 KiB.");
        assertThat(postInChunks(large)).contains("\"code\":\"payload-too-large\"");
        refused(
                Wire.to(port).submitsInChunks("POST /notices", "title=" + "x".repeat(300 * 1024)),
                413,
                "payload-too-large",
                "The request is larger than 256 KiB.");
    }

    @Test
    void aFormOfPartsIsNotReadWhateverIsInIt() {
        for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=zz")) {
            for (String body : List.of("--zz\r\nbroken", "", "--zz--")) {
                Answer answer = Wire.to(port)
                        .sends(
                                "POST /notices",
                                body,
                                "Content-Type: " + type,
                                "Authorization: Bearer " + Tokens.owner());

                assertThat(answer.code()).as(type + " " + body + " → " + answer).isEqualTo("unsupported-media-type");
            }
        }
    }

    @Test
    void aPieceOfAFormThatIsNoneIsTheCallersFault(CapturedOutput log) {
        Answer answer = Wire.to(port)
                .says(
                        "POST /notices",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Transfer-Encoding: chunked",
                        "",
                        "zz");

        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(log.getAll()).doesNotContain("failed:");
    }

    @Test
    void anInstantIsATextOfTheYearsInWhichThingsHappen() {
        for (String start :
                List.of("\"+999999999-12-31T23:45:00Z\"", "\"-1000000000-01-01T00:00:00Z\"", "1772442000")) {
            refused(
                    api.post("/notices", notice("\"from\": " + start)),
                    400,
                    "invalid-request",
                    "The field from must be an instant of the years 1970 to 2199 with its offset, such as 2026-03-02T09:00:00Z.");
        }
    }

    @Test
    void aParameterThatCannotBeReadIsTheCallersFaultWithAndWithoutAToken(CapturedOutput log) {
        String sentence = "A parameter of the address, or a field of the form, cannot be read.";
        for (String[] headers : new String[][] {{}, {"Authorization: Bearer " + Tokens.owner()}}) {
            for (String query : List.of(
                    "from=qwertz%zz",
                    "from=qwertz%FF", "qwertz%zz=1", "from=qwertz%", "%c3%28=1", "qwertz%5B300%5D=1", "qwertz.x=1")) {
                refused(Wire.to(port).says("GET /search?" + query, headers), 400, "invalid-parameter", sentence);
                refused(Wire.to(port).says("GET /open/board?" + query, headers), 400, "invalid-parameter", sentence);
                refused(Wire.to(port).submits("POST /notices", query, headers), 400, "invalid-parameter", sentence);
            }
        }
        // A form that is put is read by nobody.
        assertThat(Wire.to(port)
                        .submits(
                                "PUT /notices/" + LOCATION,
                                "from=qwertz%zz",
                                "Authorization: Bearer " + Tokens.owner(),
                                "If-Match: \"3\"")
                        .status())
                .isLessThan(500);
        assertThat(log.getAll()).doesNotContain("qwertz");
    }

    @Test
    void anAddressThatIsNoneIsRefusedAsEverythingIs(CapturedOutput log) {
        for (String target : List.of(
                "/qwertz%zz",
                "/notices/qwertz%",
                "/qwertz%FF",
                "/qwertz%00",
                "/qwertz%2Fb",
                "/qwertz%5Cb",
                "/qwertz\\b",
                "/qwertz/../../b",
                "/qwertz;a=b/c",
                "//qwertz",
                "/qwertz<b>",
                "/qwertz?a={b}",
                "qwertz",
                "/qwertz\u00e9")) {
            Answer answer = Wire.to(port).says("GET " + target, "Authorization: Bearer " + Tokens.owner());

            assertThat(answer.status()).as(target + " → " + answer).isBetween(400, 499);
            assertThat(answer.header("Content-Type")).as(target).contains("application/problem+json");
            assertThat(answer.code()).as(target + " → " + answer).isNotEmpty();
            assertThat(answer.text()).as(target).doesNotContain("Tomcat", "<html");
        }
        for (String header :
                List.of("Cookie: a=qwertz\u0001b", "X: qwertz\u0000", "qwertz qwertz", "Cookie: =;\"qwertz")) {
            assertThat(Wire.to(port).says("GET /open/board", header).status()).isLessThan(500);
        }
        assertThat(log.getAll()).doesNotContain("qwertz");
    }

    @Test
    void theTextOfAnUnknownFailureIsNotShown() {
        for (String kind : List.of("bug", "constraint")) {
            var answer =
                    refused(api.get("/failures/" + kind), 500, "internal-error", "Something went wrong on our side.");
            assertThat(answer.body().toString()).doesNotContain("1234567");
        }
    }

    @Test
    void anOutageOfTheDatabaseIsNotAFault() {
        var answer = refused(
                api.get("/failures/pool"),
                503,
                "temporarily-unavailable",
                "This cannot be answered right now; try again shortly.");

        assertThat(answer.header("Retry-After")).isEqualTo("2");
    }

    private static Answer refused(Answer answer, int status, String code, String sentence) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.body().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.body().at("/code").asString()).isEqualTo(code);
        assertThat(answer.body().at("/detail").asString()).isEqualTo(sentence);
        assertThat(answer.body().at("/errors").isArray()).isTrue();
        return answer;
    }

    private static List<String> fields(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        return answer.body()
                .at("/errors")
                .valueStream()
                .map(fault -> fault.at("/field").asString())
                .toList();
    }

    /** A good notice, with {@code fields} put before or in place of its own. */
    private static String notice(String fields) {
        var own = Arrays.asList(
                "\"title\": \"Hello\"", "\"copies\": 1", "\"readers\": [{\"location\": \"" + LOCATION + "\"}]");
        String rest = String.join(
                ", ",
                own.stream()
                        .filter(field -> !fields.startsWith(field.substring(0, field.indexOf(':'))))
                        .toList());
        return "{" + fields + ", " + rest + "}";
    }

    private String postInChunks(String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/notices"))
                .header("Authorization", "Bearer " + Tokens.owner())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> stream(body)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static InputStream stream(String body) {
        return new java.io.ByteArrayInputStream(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
