package dev.unknot.platform.problem;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What went wrong and where, for the log: classes, places and SQL states. The messages stay out, since they repeat what
 * was sent: a key that exists already, a value that cannot be parsed.
 */
final class Diagnosis {

    private static final int DEEPEST = 10;

    /** Of the first cause of all; what wraps it says little more than where it was wrapped. */
    private static final int MOST_PLACES = 25;

    private static final int MOST_PLACES_OF_A_WRAPPER = 3;

    private Diagnosis() {}

    static String of(Throwable failure) {
        var text = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            text.append(depth == 0 ? "" : "\ncaused by ")
                    .append(cause.getClass().getName());
            if (cause instanceof SQLException sql) {
                text.append(" SQLSTATE ").append(sql.getSQLState());
            }
            text.append(places(cause, cause.getCause() == null ? MOST_PLACES : MOST_PLACES_OF_A_WRAPPER));
        }
        return text.toString();
    }

    private static String places(Throwable cause, int most) {
        return Arrays.stream(cause.getStackTrace())
                .limit(most)
                .map(place -> "\n\tat " + place)
                .collect(Collectors.joining());
    }
}
