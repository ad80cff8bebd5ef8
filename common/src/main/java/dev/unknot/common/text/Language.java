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
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tag of a language that somebody speaks, and perhaps of a country: ISO 639 and 3166, as far as Java knows them. Null is
 * valid, and so is what has not the {@link #FORM}: that is another rule's affair.
 */
@Documented
@Constraint(validatedBy = Language.Rule.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Language {

    /** BCP 47: a language, and perhaps a country. */
    String FORM = "[a-z]{2,3}(-[A-Z]{2})?";

    String EXPECTATION = "must be a language tag such as en or de-AT";

    String message() default EXPECTATION;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Java has a name for each language that it knows, and tells the tag of any other. */
    final class Rule implements ConstraintValidator<Language, String> {

        /** Of no language in particular. */
        private static final Set<String> NONE = Set.of("mis", "mul", "und", "zxx");

        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

        @Override
        public boolean isValid(@Nullable String tag, ConstraintValidatorContext context) {
            return tag == null || !tag.matches(FORM) || knows(tag);
        }

        /** @param tag of the {@link Language#FORM} */
        static boolean knows(String tag) {
            String[] parts = tag.split("-", 2);
            boolean named =
                    !Locale.of(parts[0]).getDisplayLanguage(Locale.ENGLISH).equals(parts[0]);
            return named && !NONE.contains(parts[0]) && (parts.length == 1 || COUNTRIES.contains(parts[1]));
        }
    }
}
