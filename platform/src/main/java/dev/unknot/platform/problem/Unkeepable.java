package dev.unknot.platform.problem;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells what no database text can hold, and that the database would not take a value. */
public final class Unkeepable {

    static final String EXPECTATION = "must not contain the character U+0000";

    private static final int DEEPEST = 20;

    private Unkeepable() {}

    /** PostgreSQL keeps no U+0000 in a text. */
    public static boolean isIn(@Nullable String text) {
        return text != null && text.indexOf('\0') >= 0;
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
