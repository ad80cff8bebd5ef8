package dev.unknot.platform.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedList;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;

/**
 * Where and how callers of an API break, one line each: {@code POST /visits: 201 .start is gone}. A field that is gone breaks
 * them wherever it was: a client has it among its types, and a request that has it is refused.
 */
final class BrokenPlaces {

    private final List<String> lines = new ArrayList<>();

    private BrokenPlaces() {}

    static List<String> of(ChangedOpenApi api) {
        var places = new BrokenPlaces();
        api.getMissingEndpoints()
                .forEach(gone -> places.lines.add(gone.getMethod() + " " + gone.getPathUrl() + " is gone"));
        for (ChangedOperation call : api.getChangedOperations()) {
            String where = call.getHttpMethod() + " " + call.getPathUrl() + ":";
            int before = places.lines.size();
            places.look(where, call);
            if (call.isIncompatible() && places.lines.size() == before) {
                places.lines.add(where + " is not as it was");
            }
        }
        return places.lines;
    }

    private void look(String where, @Nullable Changed changed) {
        if (changed == null || changed.isUnchanged()) {
            return;
        }
        switch (changed) {
            case ChangedSchema schema -> schema(where, schema);
            case ChangedParameters parameters -> {
                parameters
                        .getMissing()
                        .forEach(gone -> lines.add(where + " the parameter " + gone.getName() + " is gone"));
                parameters.getIncreased().stream()
                        .filter(added -> Boolean.TRUE.equals(added.getRequired()))
                        .forEach(added -> lines.add(where + " the parameter " + added.getName() + " is required now"));
                parameters.getChanged().forEach(parameter -> look(where, parameter));
            }
            case ChangedParameter parameter -> {
                if (parameter.isChangeRequired()) {
                    lines.add(where + " the parameter " + parameter.getName() + " is required now");
                }
                look(where + " the parameter " + parameter.getName(), parameter.getSchema());
            }
            case ChangedApiResponse answers -> {
                answers.getMissing().keySet().forEach(status -> lines.add(where + " " + status + " is gone"));
                answers.getChanged().forEach((status, answer) -> look(where + " " + status, answer));
            }
            case ComposedChanged parts -> parts.getChangedElements().forEach(part -> look(where, part));
            default -> {
                if (changed.isIncompatible()) {
                    lines.add(where + " " + changed.getClass().getSimpleName());
                }
            }
        }
    }

    private void schema(String where, ChangedSchema schema) {
        if (schema.isChangedType() || schema.isChangeFormat()) {
            lines.add(where + " is of another type");
        }
        schema.getMissingProperties().keySet().forEach(gone -> lines.add(where + " ." + gone + " is gone"));
        if (broken(schema.getRequired())) {
            schema.getRequired().getIncreased().forEach(name -> lines.add(where + " ." + name + " is required now"));
            schema.getRequired().getMissing().stream()
                    .filter(name -> !schema.getMissingProperties().containsKey(name))
                    .forEach(name -> lines.add(where + " ." + name + " may be missing now"));
        }
        if (broken(schema.getEnumeration())) {
            schema.getEnumeration().getMissing().forEach(value -> lines.add(where + " no longer takes " + value));
            schema.getEnumeration().getIncreased().forEach(value -> lines.add(where + " may be " + value + " now"));
        }
        Stream.<@Nullable Changed>of(
                        schema.getPattern(),
                        schema.getMaxLength(),
                        schema.getMinLength(),
                        schema.getNumericRange(),
                        schema.getMaxItems(),
                        schema.getMinItems())
                .filter(Objects::nonNull)
                .filter(Changed::isIncompatible)
                .forEach(bound ->
                        lines.add(where + " is narrower: " + bound.getClass().getSimpleName()));
        schema.getChangedProperties().forEach((name, property) -> look(where + " ." + name, property));
        look(where + "[]", schema.getItems());
        look(where + ".*", schema.getAddProp());
    }

    private static boolean broken(@Nullable ChangedList<?> values) {
        return values != null && values.isIncompatible();
    }
}
