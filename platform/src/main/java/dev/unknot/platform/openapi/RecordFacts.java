package dev.unknot.platform.openapi;

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
 * What the descriptions of records say of their components, read from the code. Required is a component that is neither
 * nullable nor left out when it is empty, and that does not say of itself that it may be missing: {@code StrictJson} and the
 * constraints refuse a body without it, and every answer has it. Where a component is nullable, null may stand. Springdoc by
 * itself knows only the constraints, so that no answer and no number would have anything required and nothing could be null.
 */
final class RecordFacts implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        RecordComponent[] components =
                Json.mapper().constructType(type.getType()).getRawClass().getRecordComponents();
        if (components != null && resolved != null) {
            Schema<?> described = Schemas.meant(resolved, context.getDefinedModels());
            if (described.getProperties() != null) {
                require(components, described);
                Arrays.stream(components)
                        .filter(RecordFacts::isNullable)
                        .forEach(component -> described
                                .getProperties()
                                .computeIfPresent(component.getName(), (name, property) -> Schemas.orNull(property)));
            }
        }
        return resolved;
    }

    private static void require(RecordComponent[] components, Schema<?> described) {
        Set<String> required = Arrays.stream(components)
                .filter(RecordFacts::isRequired)
                .map(RecordComponent::getName)
                .filter(described.getProperties()::containsKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        described.setRequired(required.isEmpty() ? null : List.copyOf(required));
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isRequired(RecordComponent component) {
        return !isNullable(component)
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
