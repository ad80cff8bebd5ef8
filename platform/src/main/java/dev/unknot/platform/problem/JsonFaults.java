package dev.unknot.platform.problem;

import dev.unknot.common.time.Era;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON body without repeating the parser's words, which name classes. */
final class JsonFaults {

    private static final int LONGEST_PATH = 200;

    private JsonFaults() {}

    static Problem of(JacksonException failure) {
        String field = path(failure.getPath());
        if (failure instanceof UnrecognizedPropertyException) {
            return new Problem(
                    400,
                    "unknown-field",
                    "The field " + field + " is not known here.",
                    List.of(new Fault(field, "unknown-field", "is not known here")));
        }
        if (failure instanceof DatabindException || failure instanceof InputCoercionException) {
            return invalid(field, expectation(failure));
        }
        return new Problem(400, "malformed-json", "The body is not well-formed JSON.");
    }

    private static Problem invalid(String field, String expectation) {
        if (field.isEmpty()) {
            return new Problem(400, "invalid-request", "The body does not have the expected form.");
        }
        return new Problem(
                400,
                "invalid-request",
                "The field " + field + " " + expectation + ".",
                List.of(new Fault(field, "invalid-value", expectation)));
    }

    private static String expectation(JacksonException failure) {
        Object value = failure instanceof InvalidFormatException invalid ? invalid.getValue() : null;
        Class<?> type = failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return expectation(value, type);
    }

    /** Of a value that was to become one of {@code type}. */
    static String expectation(@Nullable Object value, @Nullable Class<?> type) {
        return value instanceof String text && Unkeepable.isIn(text) ? Unkeepable.expectation(text) : expectation(type);
    }

    private static String expectation(@Nullable Class<?> type) {
        if (type == null) {
            return "does not have an allowed value";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "must be a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type == String.class) {
            return "must be a text";
        }
        if (type == UUID.class || isTypedId(type)) {
            return "must be a UUID";
        }
        if (type == Instant.class) {
            return "must be an instant of the years " + Era.FIRST_DAY.getYear() + " to " + Era.LAST_DAY.getYear()
                    + " with its offset, such as 2026-03-02T09:00:00Z";
        }
        if (type == LocalDate.class) {
            return "must be a date of the years " + Era.FIRST_DAY.getYear() + " to " + Era.LAST_DAY.getYear()
                    + ", such as 2026-03-02";
        }
        if (type == LocalTime.class) {
            return "must be a time of day, such as 09:00";
        }
        if (type == LocalDateTime.class) {
            return "must be a local date and time, such as 2026-03-02T09:00";
        }
        if (type == Duration.class) {
            return "must be an ISO 8601 duration, such as PT45M";
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return "must be a time zone, such as Europe/Berlin";
        }
        return "does not have the expected form";
    }

    private static boolean isTypedId(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        return parts != null && parts.length == 1 && parts[0].getType() == UUID.class;
    }

    private static String path(List<JacksonException.Reference> references) {
        var path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(Math.max(reference.getIndex(), 0)).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path.toString();
    }
}
