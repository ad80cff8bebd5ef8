package dev.unknot.common.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text on one line, such as a name or a street, with nothing {@link Misplaced} in it; null is valid. */
@Documented
@Constraint(validatedBy = OneLine.Rule.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneLine {

    String message() default "must be on one line, without control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says which kind of character it found. */
    final class Rule implements ConstraintValidator<OneLine, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            Optional<Misplaced> found = text == null ? Optional.empty() : Misplaced.inLine(text);
            found.ifPresent(misplaced -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(misplaced.expectation())
                        .addConstraintViolation();
            });
            return found.isEmpty();
        }
    }
}
