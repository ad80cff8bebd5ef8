package dev.unknot.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the descriptions of records call required, read from the code: a component that is neither nullable nor left out when
 * it is empty, and that does not say of itself that it may be missing. {@code StrictJson} and the constraints refuse a body
 * without it, and every answer has it. Springdoc by itself knows only the constraints, so that no answer and no number
 * would have anything required.
 */
final class WhatIsRequired implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        RecordComponent[] components =
                Json.mapper().constructType(type.getType()).getRawClass().getRecordComponents();
        Schema<?> described = resolved == null ? null : described(resolved, context);
        if (components != null && described != null && described.getProperties() != null) {
            Set<String> required = Arrays.stream(components)
                    .filter(WhatIsRequired::isRequired)
                    .map(RecordComponent::getName)
                    .filter(described.getProperties()::containsKey)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            described.setRequired(required.isEmpty() ? null : List.copyOf(required));
        }
        return resolved;
    }

    private static @Nullable Schema<?> described(Schema<?> resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        return reference == null ? resolved : context.getDefinedModels().get(reference.substring(REFERENCE.length()));
    }

    static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !isLeftOutWhenEmpty(component.getAccessor().getAnnotation(JsonInclude.class))
                && !mayBeMissing(component.getAccessor().getAnnotation(JsonProperty.class));
    }

    private static boolean isLeftOutWhenEmpty(@Nullable JsonInclude inclusion) {
        return inclusion != null && inclusion.value() != JsonInclude.Include.ALWAYS;
    }

    private static boolean mayBeMissing(@Nullable JsonProperty property) {
        return property != null && property.isRequired() == OptBoolean.FALSE;
    }
}
