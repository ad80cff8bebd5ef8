package dev.unknot.platform.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the converters and customizers here do to schemas. */
final class Schemas {

    private static final String REFERENCE = "#/components/schemas/";
    private static final String NULL = "null";

    private Schemas() {}

    /** Itself, or what it refers to. */
    static Schema<?> meant(Schema<?> schema, Map<String, Schema> named) {
        String reference = schema.get$ref();
        return reference == null ? schema : Objects.requireNonNull(named.get(reference.substring(REFERENCE.length())));
    }

    static Schema<?> reference(String name) {
        return new Schema<>().$ref(REFERENCE + name);
    }

    /** The same, where null may stand as well. */
    static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new Schema<>().anyOf(List.of(schema, new Schema<>().types(Set.of(NULL))));
        }
        if (schema.getAnyOf() == null) {
            Set<String> types = new LinkedHashSet<>();
            Stream.concat(
                            Stream.ofNullable(schema.getTypes()).flatMap(Set::stream),
                            Stream.ofNullable(schema.getType()))
                    .forEach(types::add);
            if (!types.isEmpty()) {
                types.add(NULL);
                schema.setTypes(types);
            }
        }
        return schema;
    }

    /** Does {@code what} to it and to all that it consists of, but not to what it refers to. */
    static void each(Schema<?> schema, Consumer<Schema<?>> what) {
        what.accept(schema);
        List<Schema<?>> parts = new ArrayList<>();
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(parts::add);
        }
        if (schema.getItems() != null) {
            parts.add(schema.getItems());
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            parts.add(values);
        }
        Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
                .filter(Objects::nonNull)
                .forEach(several -> several.forEach(parts::add));
        Collections.unmodifiableList(parts).forEach(part -> each(part, what));
    }
}
