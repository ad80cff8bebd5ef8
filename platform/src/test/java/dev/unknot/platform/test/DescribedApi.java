package dev.unknot.platform.test;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service's description of its API, held against what it takes and tells in fact: each field that is called required is
 * taken out of a sample, and the service's own mapper and constraints have to miss it; each that is not, may be missing. Of an
 * answer with nothing but what is required, all of that is there. What may be null is so in the code, and calls are described
 * so that a client can be generated.
 */
public final class DescribedApi {

    private static final String REFERENCE = "#/components/schemas/";
    private static final Set<String> MISSING = Set.of("NotNull", "NotBlank", "NotEmpty");

    private final JsonNode api;
    private final JsonMapper strict;
    private final JsonMapper tolerant;
    private final Validator validator;
    private final Map<String, List<Class<?>>> records = recordsByName();
    private final Set<String> taken = new TreeSet<>();
    private long hours;

    private DescribedApi(JsonNode api, JsonMapper strict, Validator validator) {
        this.api = api;
        this.strict = strict;
        this.tolerant = strict.rebuild()
                .disable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        this.validator = validator;
    }

    /** What of the description is not so; nothing, if it can be trusted. */
    public static List<String> faults(int port, JsonMapper strict, Validator validator) {
        var described = new DescribedApi(Http.at(port).get("/v3/api-docs").body(), strict, validator);
        return described.faults();
    }

    private List<String> faults() {
        api.path("paths")
                .forEach(path -> path.forEach(operation -> operation
                        .path("requestBody")
                        .path("content")
                        .forEach(content -> collect(content.path("schema"), taken))));
        List<String> faults = new ArrayList<>(DescribedCalls.faults(api));
        JsonNode schemas = api.at("/components/schemas");
        for (String name : schemas.propertyNames()) {
            JsonNode schema = schemas.path(name);
            List<Class<?>> types = records.getOrDefault(name, List.of());
            if (types.size() > 1) {
                faults.add(name + " is the name of " + types);
            }
            for (Class<?> type : types) {
                faults.addAll(DescribedRecord.faults(name, schema, type));
                Set<String> required = required(schema);
                try {
                    compare(faults, name, required, taken.contains(name) ? missed(type) : told(type, required));
                } catch (JacksonException unreadable) {
                    faults.add(name + " cannot be read with " + required + ": " + unreadable.getOriginalMessage());
                }
            }
            if (name.startsWith("ItemList")) {
                compare(faults, name, required(schema), Set.of("items"));
            }
        }
        if (taken.isEmpty()) {
            faults.add("nothing is taken: " + api);
        }
        return faults;
    }

    private static void compare(List<String> faults, String name, Set<String> described, Set<String> inFact) {
        if (!described.equals(inFact)) {
            faults.add(name + " is described to require " + described + ", and in fact requires " + inFact);
        }
    }

    /** The schema's own name, and those of all that it consists of. */
    private void collect(JsonNode schema, Set<String> names) {
        if (schema.isMissingNode()) {
            return;
        }
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty() && names.add(reference.substring(REFERENCE.length()))) {
            collect(api.at(reference.substring(1)), names);
        }
        schema.path("properties").forEach(property -> collect(property, names));
        schema.path("anyOf").forEach(one -> collect(one, names));
        Stream.of("items", "additionalProperties").map(schema::path).forEach(part -> collect(part, names));
    }

    private static Set<String> required(JsonNode schema) {
        return schema.path("required")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a sample is refused without. */
    private Set<String> missed(Class<?> type) {
        ObjectNode sample = (ObjectNode) strict.valueToTree(sample(type));
        // Whole, it is read; or nothing could be said about what is missing.
        var unused = strict.treeToValue(sample, type);
        Set<String> missed = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            ObjectNode without = sample.deepCopy();
            without.remove(component.getName());
            if (isMissed(component.getName(), without, type)) {
                missed.add(component.getName());
            }
        }
        return missed;
    }

    private boolean isMissed(String name, ObjectNode without, Class<?> type) {
        Object read;
        try {
            read = strict.treeToValue(without, type);
        } catch (JacksonException refused) {
            return true;
        }
        return validator.validate(read).stream()
                .anyMatch(
                        violation -> violation.getPropertyPath().toString().equals(name) && isAboutMissing(violation));
    }

    private static boolean isAboutMissing(ConstraintViolation<?> violation) {
        return MISSING.contains(violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName());
    }

    /** What an answer has that was made of no more than {@code required}. */
    private Set<String> told(Class<?> type, Set<String> required) {
        ObjectNode sample = (ObjectNode) strict.valueToTree(sample(type));
        sample.retain(required);
        JsonNode told = strict.valueToTree(tolerant.treeToValue(sample, type));
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name ->
                        !told.path(name).isMissingNode() && !told.path(name).isNull())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Object> sample(Class<?> type) {
        Map<String, Object> sample = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            sample.put(component.getName(), value(component.getGenericType()));
        }
        return sample;
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType many) {
            Type[] of = many.getActualTypeArguments();
            return Collection.class.isAssignableFrom((Class<?>) many.getRawType())
                    ? List.of(value(of[0]))
                    : Map.of(Map.class == many.getRawType() ? "de" : "items", value(of[of.length - 1]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (isTypedId(plain)) {
            return UUID.randomUUID();
        }
        if (plain == Instant.class) {
            // Each after the one before, as in a range.
            hours++;
            return Instant.EPOCH.plus(Duration.ofHours(hours)).toString();
        }
        if (plain.isRecord()) {
            return sample(plain);
        }
        return PLAIN.getOrDefault(plain, 5);
    }

    private static boolean isTypedId(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        return parts != null && parts.length == 1 && parts[0].getType() == UUID.class;
    }

    private static final Map<Class<?>, Object> PLAIN = Map.ofEntries(
            Map.entry(String.class, "EUR"),
            Map.entry(UUID.class, "0197a000-0000-7000-8000-000000000001"),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(double.class, 5.5),
            Map.entry(Double.class, 5.5),
            Map.entry(BigDecimal.class, 5),
            Map.entry(LocalDate.class, "2026-03-02"),
            Map.entry(LocalDateTime.class, "2026-03-02T09:00:00"),
            Map.entry(LocalTime.class, "09:00"),
            Map.entry(Duration.class, "PT1H"),
            Map.entry(ZoneId.class, "Europe/Berlin"),
            Map.entry(Object.class, "anything"));

    /** Those that the services share, and any of their own. */
    private static Map<String, List<Class<?>>> recordsByName() {
        try {
            Resource[] classes =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:dev/unknot/**/*.class");
            return Stream.of(classes)
                    .map(DescribedApi::loaded)
                    .filter(type -> type.isRecord() && isPublic(type))
                    .distinct()
                    .collect(Collectors.groupingBy(Class::getSimpleName));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isPublic(Class<?> type) {
        return type.getPackageName().startsWith("dev.unknot.common");
    }

    private static Class<?> loaded(Resource file) {
        try {
            String path = file.getURL().getPath();
            String name = path.substring(path.lastIndexOf("dev/unknot/"), path.length() - ".class".length());
            return Class.forName(name.replace('/', '.'), false, DescribedApi.class.getClassLoader());
        } catch (IOException | ClassNotFoundException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
