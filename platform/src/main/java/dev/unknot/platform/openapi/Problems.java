package dev.unknot.platform.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.MediaType;

/** The one body of every refusal and failure, and the answer that has it. */
final class Problems implements GlobalOpenApiCustomizer {

    private static final String PROBLEM = "Problem";

    static ApiResponse reference() {
        return new ApiResponse().$ref("#/components/responses/" + PROBLEM);
    }

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .forEach(ProblemCodes::settle);
        api.getComponents().addSchemas(PROBLEM, problem()).addSchemas("Fault", fault());
        api.getComponents()
                .addResponses(
                        PROBLEM,
                        new ApiResponse()
                                .description("A refusal or a failure")
                                .content(new Content()
                                        .addMediaType(
                                                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                                new io.swagger.v3.oas.models.media.MediaType()
                                                        .schema(Schemas.reference(PROBLEM)))));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description(
                        "RFC 9457, with a stable code, which is one of the call's x-problem-codes, and the fields at fault")
                .addProperty("title", new StringSchema().example("Conflict"))
                .addProperty("status", new IntegerSchema().example(409))
                .addProperty("detail", new StringSchema().description("One plain sentence"))
                .addProperty("instance", new StringSchema().description("The path that was called"))
                .addProperty("code", new StringSchema().example("slot-taken"))
                .addProperty("errors", new ArraySchema().items(Schemas.reference("Fault")))
                .required(List.of("title", "status", "detail", "code", "errors"));
    }

    private static Schema<?> fault() {
        return new ObjectSchema()
                .description("What is wrong with one field")
                .addProperty("field", new StringSchema().example("start"))
                .addProperty("code", new StringSchema().example("slot-taken"))
                .addProperty("message", new StringSchema().description("One plain sentence"))
                .required(List.of("field", "code", "message"));
    }
}
