package dev.unknot.platform.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import org.openapitools.openapidiff.core.compare.OpenApiDiff;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a new description breaks a client that was generated from the one before: a call or a field that is gone, a field
 * that a request needs now, a value that is no longer taken. A value that answers may have from now on does not, since a
 * caller passes over what it does not know.
 */
final class BreakingChanges {

    private static final OpenApiDiffOptions ENUMS_MAY_GROW = OpenApiDiffOptions.builder()
            .configProperty("incompatible.response.enum.increased", "false")
            .build();

    private BreakingChanges() {}

    /** A line for each; empty if nothing breaks. */
    static String between(JsonNode before, JsonNode after) {
        ChangedOpenApi changed = OpenApiDiff.compare(read(before), read(after), ENUMS_MAY_GROW);
        return String.join("\n", BrokenPlaces.of(changed));
    }

    private static OpenAPI read(JsonNode description) {
        JsonNode plain = description.deepCopy();
        inTheOlderForm(plain);
        ((ObjectNode) plain).put("openapi", "3.0.3");
        try {
            return Json.mapper().readValue(plain.toString(), OpenAPI.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** What is compared with knows OpenAPI 3.0, where null is no type but a property of one. */
    private static void inTheOlderForm(JsonNode node) {
        node.forEach(BreakingChanges::inTheOlderForm);
        if (node instanceof ObjectNode schema) {
            if (schema.path("type") instanceof ArrayNode types) {
                schema.put("nullable", true);
                schema.set("type", types.get(0));
            }
            List<JsonNode> choices = schema.path("anyOf")
                    .valueStream()
                    .filter(choice -> !choice.path("type").asString("").equals("null"))
                    .toList();
            if (choices.size() == 1) {
                schema.remove("anyOf");
                choices.getFirst().forEachEntry(schema::set);
            }
        }
    }
}
