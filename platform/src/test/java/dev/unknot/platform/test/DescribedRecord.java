package dev.unknot.platform.test;

import java.lang.reflect.RecordComponent;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A record's description beside its components: null where they say so, and no offset in a local time. */
final class DescribedRecord {

    private static final Map<Class<?>, String> LOCAL =
            Map.of(LocalDateTime.class, "date-time-local", LocalTime.class, "time-local");

    private DescribedRecord() {}

    static List<String> faults(String name, JsonNode schema, Class<?> type) {
        List<String> faults = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode property = schema.path("properties").path(component.getName());
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (nullable != takesNull(property)) {
                faults.add(name + "." + component.getName() + (nullable ? " may be null: " : " is never null: ")
                        + property);
            }
            if (!property.has("type") && !property.has("$ref") && !property.has("anyOf")) {
                faults.add(name + "." + component.getName() + " is of no type: " + property);
            }
            String format = LOCAL.get(component.getType());
            if (format != null && !property.path("format").asString("").equals(format)) {
                faults.add(name + "." + component.getName() + " is local, and not " + property);
            }
        }
        return faults;
    }

    private static boolean takesNull(JsonNode property) {
        return isNull(property.path("type"))
                || property.path("anyOf").valueStream().anyMatch(one -> isNull(one.path("type")));
    }

    private static boolean isNull(JsonNode type) {
        return type.asString("").equals("null") || type.valueStream().anyMatch(DescribedRecord::isNull);
    }
}
