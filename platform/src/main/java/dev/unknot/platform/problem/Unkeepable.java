package dev.unknot.platform.problem;

import dev.unknot.common.text.Misplaced;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells what no database text can hold, and that the database would not take a value. */
public final class Unkeepable {

    private static final int DEEPEST = 20;

    private Unkeepable() {}

    /** PostgreSQL keeps no U+0000 in a text, and UTF-8 no half of a surrogate pair. */
    public static boolean isIn(@Nullable String text) {
        return text != null && (hasNul(text) || Misplaced.halfIn(text));
    }

    /** What is said of a field with such a text. */
    static String expectation(String text) {
        return hasNul(text) ? "must not contain the character U+0000" : Misplaced.HALF.expectation();
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    /** SQLSTATE class 22: too long, out of range, not a character. */
    static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException refused
                    && String.valueOf(refused.getSQLState()).startsWith("22")) {
                return true;
            }
        }
        return false;
    }
}
