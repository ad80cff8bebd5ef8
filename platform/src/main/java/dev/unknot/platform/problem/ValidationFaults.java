package dev.unknot.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;

/** Broken bean-validation constraints as faults, each with the constraint's name as its code: {@code not-blank}. */
final class ValidationFaults {

    private static final Comparator<Fault> BY_FIELD =
            Comparator.comparing(Fault::field).thenComparing(Fault::code);

    private ValidationFaults() {}

    static Problem of(Errors errors) {
        return problem(ofErrors(errors));
    }

    static Problem of(MethodValidationResult result) {
        return problem(result.getParameterValidationResults().stream().flatMap(ValidationFaults::ofParameter));
    }

    static Problem of(Set<ConstraintViolation<?>> violations) {
        return problem(violations.stream()
                .map(violation -> new Fault(
                        path(violation),
                        code(violation
                                .getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName()),
                        violation.getMessage())));
    }

    private static Stream<Fault> ofParameter(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return ofErrors(errors);
        }
        String name = Parameters.nameOf(result.getMethodParameter());
        return result.getResolvableErrors().stream().map(error -> fault(name, lastCode(error), error));
    }

    private static Stream<Fault> ofErrors(Errors errors) {
        return errors.getAllErrors().stream().map(ValidationFaults::ofError);
    }

    private static Fault ofError(ObjectError error) {
        if (error instanceof FieldError field && field.isBindingFailure()) {
            // Its message is the text of the conversion's exception.
            return new Fault(field.getField(), "invalid-parameter", expectation(field));
        }
        return fault(error instanceof FieldError field ? field.getField() : "", error.getCode(), error);
    }

    private static String expectation(FieldError field) {
        if (!field.contains(TypeMismatchException.class)) {
            return "does not have the expected form";
        }
        Class<?> type = field.unwrap(TypeMismatchException.class).getRequiredType();
        // The names that it may have are for programs; of a form only people are told.
        return type != null && type.isEnum()
                ? "has a value that is not known here"
                : JsonFaults.expectation(field.getRejectedValue(), type);
    }

    private static Fault fault(String field, @Nullable String constraint, MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return new Fault(
                field,
                constraint == null ? "invalid-value" : code(constraint),
                message == null ? "is not valid" : message);
    }

    private static Problem problem(Stream<Fault> faults) {
        List<Fault> sorted = faults.sorted(BY_FIELD).toList();
        if (sorted.size() != 1) {
            return new Problem(400, "invalid-request", "Some fields of the request are not valid.", sorted);
        }
        Fault only = sorted.getFirst();
        String subject = only.field().isEmpty() ? "The request" : "The field " + only.field();
        return new Problem(400, "invalid-request", subject + " " + only.message() + ".", sorted);
    }

    private static @Nullable String lastCode(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        return codes == null || codes.length == 0 ? null : codes[codes.length - 1];
    }

    private static String path(ConstraintViolation<?> violation) {
        List<String> names = new ArrayList<>();
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> node.getKind() != ElementKind.METHOD)
                .forEach(node -> names.add(node.toString()));
        return String.join(".", names);
    }

    private static String code(String constraint) {
        return constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
