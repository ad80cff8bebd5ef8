package dev.unknot.platform.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.RecordComponent;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** How the API describes itself at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class OpenApi {

    static {
        // Springdoc leaves zones out, since Spring can also take one from the request itself; here it is a parameter.
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(ExpectedVersion.class)
                .removeRequestWrapperToIgnore(ZoneId.class);
    }

    @Bean
    ModelConverter scalars() {
        return new Scalars();
    }

    @Bean
    ModelConverter whatIsRequired() {
        return new WhatIsRequired();
    }

    @Bean
    GlobalOperationCustomizer ifMatch() {
        return (operation, handler) -> {
            Arrays.stream(handler.getMethodParameters())
                    .filter(parameter -> parameter.getParameterType() == ExpectedVersion.class)
                    .forEach(parameter -> operation.addParametersItem(new HeaderParameter()
                            .name(HttpHeaders.IF_MATCH)
                            .required(!parameter.isOptional())
                            .description("The ETag you have read")
                            .schema(new StringSchema().example("\"3\""))));
            return operation;
        };
    }

    @Bean
    GlobalOpenApiCustomizer problemsAndTokens() {
        return api -> {
            api.schemaRequirement(
                    "token",
                    new SecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("bearer")
                            .bearerFormat("JWT"));
            api.addSecurityItem(new SecurityRequirement().addList("token"));
            api.getComponents().addSchemas("Problem", problem());
            var refusal = new ApiResponse()
                    .description("Any refusal or failure")
                    .content(new Content()
                            .addMediaType(
                                    MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                    new io.swagger.v3.oas.models.media.MediaType()
                                            .schema(new Schema<>().$ref("#/components/schemas/Problem"))));
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation.getResponses().putIfAbsent("default", refusal));
        };
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457, with a stable code and the fields at fault")
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("One plain sentence"))
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().example("slot-taken"))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("field", new StringSchema())
                                        .addProperty("code", new StringSchema())
                                        .addProperty("message", new StringSchema())));
    }

    /** Ids are UUIDs and zones are names on the wire, whatever records and classes hold them here. */
    private static final class Scalars implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
            if (isTypedId(raw)) {
                return new UUIDSchema();
            }
            if (raw == ZoneId.class) {
                return new StringSchema().example("Europe/Berlin");
            }
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        }

        private static boolean isTypedId(Class<?> type) {
            RecordComponent[] parts = type.getRecordComponents();
            return parts != null && parts.length == 1 && parts[0].getType() == UUID.class;
        }
    }
}
