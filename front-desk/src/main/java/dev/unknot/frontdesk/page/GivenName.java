package dev.unknot.frontdesk.page;

import dev.unknot.common.text.Misplaced;
import dev.unknot.platform.problem.Rejection;
import org.jspecify.annotations.Nullable;

/** The field {@code name} of a form, by which people know somebody or something. */
public final class GivenName {

    private static final int LONGEST = 100;

    private GivenName() {}

    /** On one line, without blanks around it; refuses one that is empty, longer than {@value #LONGEST}, or cannot be seen. */
    public static String of(@Nullable String typed) {
        String name = typed == null ? "" : typed.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw Rejection.invalid("invalid-name", "A name has 1 to " + LONGEST + " characters.", "name");
        }
        Misplaced.inLine(name).ifPresent(misplaced -> {
            throw Rejection.invalid("invalid-name", "The name " + misplaced.expectation() + ".", "name");
        });
        return name;
    }
}
