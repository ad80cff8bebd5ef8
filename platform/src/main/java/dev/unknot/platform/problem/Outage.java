package dev.unknot.platform.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells what passes by itself (the database is away or overloaded) from a fault of ours. */
final class Outage {

    private static final int DEEPEST = 20;

    private Outage() {}

    static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (isOutage(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case CannotCreateTransactionException noTransaction -> true;
            case DataAccessResourceFailureException unreachable -> true;
            case PessimisticLockingFailureException attemptsRanOut -> true;
            case QueryTimeoutException slow -> true;
            case SQLTransientConnectionException poolExhausted -> true;
            case SQLNonTransientConnectionException refused -> true;
            case SQLException answer -> isOutage(answer.getSQLState());
            default -> false;
        };
    }

    /** Class 08 is a lost connection, 53 exhausted resources, 57P the server going down or coming up. */
    private static boolean isOutage(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
    }
}
