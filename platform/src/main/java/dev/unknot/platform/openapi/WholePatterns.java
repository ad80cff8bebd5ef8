package dev.unknot.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Jakarta Validation matches the whole text, JSON Schema finds a part of it: patterns are said from end to end. */
final class WholePatterns implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        Components components = api.getComponents();
        if (components != null && components.getSchemas() != null) {
            components.getSchemas().values().forEach(schema -> Schemas.each(schema, WholePatterns::anchor));
        }
    }

    private static void anchor(Schema<?> schema) {
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^")) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
    }
}
