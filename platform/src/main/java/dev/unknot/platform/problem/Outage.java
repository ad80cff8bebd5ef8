package dev.unknot.platform.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells what passes by itself (the database is away or overloaded) from a fault of ours. */
final class Outage {

    private static final int DEEPEST = 20;

    private Outage() {}

    static boolean isBehind(Throwable failure) {
        return isBehind(failure, DEEPEST);
    }

    private static boolean isBehind(@Nullable Throwable failure, int depth) {
        if (failure == null || depth == 0) {
            return false;
        }
        return isOutage(failure)
                || isBehind(failure.getCause(), depth - 1)
                // A roll-back that failed too stands in front of what it was for.
                || failure instanceof TransactionSystemException ended
                        && isBehind(ended.getApplicationException(), depth - 1);
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

    /**
     * Class 08 is a lost connection, 53 exhausted resources, 57P the server going down or coming up. None at all comes
     * from the pool, which keeps a closed connection from being used.
     */
    private static boolean isOutage(@Nullable String state) {
        return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }
}
