package dev.unknot.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DescribedAnswersTest {

    private static final String VISIT = "{\"start\": \"2026-03-02T09:00:00Z\", \"note\": null}";
    private static final String TAKEN = "{\"title\": \"Conflict\", \"code\": \"slot-taken\", \"more\": 1}";

    private final DescribedAnswers described =
            new DescribedAnswers(JsonMapper.shared().readTree("""
            {"openapi": "3.1.0", "info": {"title": "Visits", "version": "v1"},
             "paths": {
               "/api/v1/visits/{id}": {"get": {
                 "x-problem-codes": {"409": ["slot-taken"], "503": ["not-ready"]},
                 "responses": {
                   "200": {"description": "OK", "headers": {"ETag": {"required": true, "schema": {"type": "string"}}},
                     "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Visit"}}}},
                   "204": {"description": "Nothing"},
                   "409": {"$ref": "#/components/responses/Problem"},
                   "503": {"$ref": "#/components/responses/Problem"},
                   "default": {"$ref": "#/components/responses/Problem"}}}}},
             "components": {
               "responses": {"Problem": {"description": "A refusal",
                 "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}},
               "schemas": {
                 "Problem": {"type": "object", "required": ["code"], "properties": {"code": {"type": "string"}}},
                 "Visit": {"type": "object", "required": ["start"], "properties": {
                   "start": {"type": "string", "format": "date-time"},
                   "note": {"type": ["string", "null"]}}}}}}
            """));

    @Test
    void anAnswerAsDescribedHasNoFault() {
        assertThat(told(200, "application/json", VISIT, "\"3\"")).isEmpty();
        assertThat(told(204, "", "", "")).isEmpty();
        assertThat(told(409, "application/problem+json", TAKEN, "")).isEmpty();
        assertThat(told(503, "application/problem+json", "{\"code\": \"not-ready\"}", ""))
                .isEmpty();
        assertThat(told(500, "application/problem+json", "{\"code\": \"internal-error\"}", ""))
                .isEmpty();
    }

    @Test
    void aBodyIsOfTheSchemaAndHasNothingElse() {
        assertThat(told(200, "application/json", "{\"note\": 3}", "\"3\"")).hasSize(2);
        assertThat(told(200, "application/json", "{\"start\": \"2026-03-02T09:00:00\"}", "\"3\""))
                .hasSize(1);
        assertThat(told(200, "application/json", "{\"start\": \"2026-03-02T09:00:00Z\", \"end\": 1}", "\"3\""))
                .singleElement()
                .asString()
                .contains("end");
        assertThat(told(200, "text/plain", VISIT, "\"3\"")).containsExactly("there is no body of the type text/plain");
        assertThat(told(204, "application/json", VISIT, "")).containsExactly("there is no body");
    }

    @Test
    void aHeaderIsThereIfItIsDescribedAndOnlyThen() {
        assertThat(told(200, "application/json", VISIT, "")).containsExactly("the header ETag is missing");
        assertThat(told(409, "application/problem+json", TAKEN, "\"3\"")).containsExactly("there is no header ETag");
    }

    @Test
    void aStatusAndACodeAreAmongThoseOfTheCall() {
        assertThat(told(201, "application/json", VISIT, "\"3\"")).containsExactly("there is no such status");
        for (int status : List.of(409, 503)) {
            assertThat(told(status, "application/problem+json", "{\"code\": \"busy\"}", ""))
                    .singleElement()
                    .asString()
                    .contains("@Refuses");
        }
    }

    private List<String> told(int status, String type, String body, String tag) {
        Map<String, List<String>> headers = Map.of("Content-Type", List.of(type), "ETag", List.of(tag));
        return described.faults(
                "GET",
                "/api/v1/visits/0197a000-0000-7000-8000-000000000001",
                new Answer(status, HttpHeaders.of(headers, (name, value) -> !value.isEmpty()), body));
    }
}
