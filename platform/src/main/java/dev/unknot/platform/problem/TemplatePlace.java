package dev.unknot.platform.problem;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.exceptions.TemplateProcessingException;

/** Where in a template something went wrong, in one line and without the values that were shown there. */
final class TemplatePlace {

    private static final String OURS = "dev.unknot.";

    private TemplatePlace() {}

    /** Null for what no template is to blame for. */
    static @Nullable String of(Throwable failure) {
        TemplateProcessingException innermost = null;
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TemplateProcessingException template && template.hasTemplateName()) {
                innermost = template;
            }
            root = cause;
        }
        return innermost == null ? null : words(innermost, root);
    }

    private static String words(TemplateProcessingException template, Throwable root) {
        String line = template.hasLineAndCol() ? ", line " + template.getLine() : "";
        return "template " + template.getTemplateName() + line + ": "
                + root.getClass().getName() + inOurCode(root);
    }

    private static String inOurCode(Throwable root) {
        return Arrays.stream(root.getStackTrace())
                .limit(1)
                .filter(place -> place.getClassName().startsWith(OURS))
                .map(place -> " at " + place)
                .findFirst()
                .orElse("");
    }
}
