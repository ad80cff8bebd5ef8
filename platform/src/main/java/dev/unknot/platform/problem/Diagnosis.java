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
    private static final int MOST_PLACES = 25;

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
            text.append(places(cause));
        }
        return text.toString();
    }

    private static String places(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .limit(MOST_PLACES)
                .map(place -> "\n\tat " + place)
                .collect(Collectors.joining());
    }
}
