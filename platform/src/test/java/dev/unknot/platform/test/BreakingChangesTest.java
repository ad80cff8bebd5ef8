package dev.unknot.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class BreakingChangesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode before = description();
    private final JsonNode after = description();

    @Test
    void whatIsAddedBreaksNobody() {
        properties("Visit").putObject("note").putArray("type").add("string").add("null");
        properties("BookVisit").putObject("note").putArray("type").add("string").add("null");
        values("State").add("HELD");
        ((ObjectNode) after.at("/paths"))
                .set("/visits/{id}/note", after.at("/paths/~1visits").deepCopy());

        assertThat(BreakingChanges.between(before, after)).isEmpty();
    }

    @Test
    void aCallThatIsGoneBreaksWhoMakesIt() {
        ((ObjectNode) after.at("/paths")).remove("/visits");

        assertThat(BreakingChanges.between(before, after)).isEqualTo("POST /visits is gone");
    }

    @Test
    void aFieldThatIsGoneBreaksWhoReadsIt() {
        properties("Visit").remove("start");

        assertThat(BreakingChanges.between(before, after)).isEqualTo("POST /visits: 201 .start is gone");
    }

    @Test
    void aFieldThatIsGoneBreaksWhoReadsOrSendsItAlsoIfItMayBeMissing() {
        properties("Visit").remove("room");
        properties("BookVisit").remove("client");

        assertThat(BreakingChanges.between(before, after))
                .isEqualTo("POST /visits: .client is gone\nPOST /visits: 201 .room is gone");
    }

    @Test
    void aFieldOfAnotherTypeBreaksWhoReadsIt() {
        properties("Visit").putObject("start").put("type", "integer");

        assertThat(BreakingChanges.between(before, after)).isEqualTo("POST /visits: 201 .start is of another type");
    }

    @Test
    void aFieldThatARequestNeedsNowBreaksWhoLeavesItOut() {
        ((ArrayNode) after.at("/components/schemas/BookVisit/required")).add("client");

        assertThat(BreakingChanges.between(before, after)).isEqualTo("POST /visits: .client is required now");
    }

    @Test
    void aValueThatIsNoLongerTakenBreaksWhoSendsIt() {
        values("Kind").remove(0);

        assertThat(BreakingChanges.between(before, after)).isEqualTo("POST /visits: .kind no longer takes FIRST");
    }

    private ObjectNode properties(String schema) {
        return (ObjectNode) after.at("/components/schemas/" + schema + "/properties");
    }

    private ArrayNode values(String schema) {
        return (ArrayNode) after.at("/components/schemas/" + schema + "/enum");
    }

    private static JsonNode description() {
        return JSON.readTree("""
                {"openapi": "3.1.0", "info": {"title": "Visits", "version": "v1"},
                 "paths": {"/visits": {"post": {"operationId": "bookVisit",
                   "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/BookVisit"}}}},
                   "responses": {"201": {"description": "Created",
                     "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Visit"}}}}}}}},
                 "components": {"schemas": {
                   "State": {"type": "string", "enum": ["BOOKED", "CANCELLED"]},
                   "Kind": {"type": "string", "enum": ["FIRST", "LATER"]},
                   "BookVisit": {"type": "object", "required": ["start"], "properties": {
                     "start": {"type": "string", "format": "date-time"},
                     "kind": {"anyOf": [{"$ref": "#/components/schemas/Kind"}, {"type": "null"}]},
                     "client": {"type": ["string", "null"], "format": "uuid"}}},
                   "Visit": {"type": "object", "required": ["start", "state"], "properties": {
                     "start": {"type": "string", "format": "date-time"},
                     "room": {"anyOf": [{"$ref": "#/components/schemas/Room"}, {"type": "null"}]},
                     "state": {"$ref": "#/components/schemas/State"}}},
                   "Room": {"type": "object", "properties": {"name": {"type": "string"}}}}}}
                """);
    }
}
