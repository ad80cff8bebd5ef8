package dev.unknot.platform.event;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a failure of the surroundings, which ends by itself, from one of the event, which does not. */
public final class InfrastructureFailure {

    private static final int DEEPEST = 20;

    private InfrastructureFailure() {}

    public static boolean is(@Nullable Throwable failure) {
        return isWithin(failure, DEEPEST);
    }

    private static boolean isWithin(@Nullable Throwable failure, int depth) {
        if (failure == null || depth == 0) {
            return false;
        }
        return passing(failure)
                || isWithin(failure.getCause(), depth - 1)
                // A roll-back that failed too stands in front of what it was for.
                || failure instanceof TransactionSystemException ended
                        && isWithin(ended.getApplicationException(), depth - 1);
    }

    private static boolean passing(Throwable cause) {
        return switch (cause) {
            case SQLTransientConnectionException exhausted -> true;
            case SQLNonTransientConnectionException lost -> true;
            case SQLException sql -> passing(sql.getSQLState());
            case TransientDataAccessException passing -> true;
            case RecoverableDataAccessException passing -> true;
            case DataAccessResourceFailureException away -> true;
            case CannotCreateTransactionException away -> true;
            case RetriableException away -> true;
            case IOException away -> true;
            case TimeoutException late -> true;
            // A shutdown in the middle of an event says nothing about the event.
            case InterruptedException stopping -> true;
            case InterruptException stopping -> true;
            default -> false;
        };
    }

    /**
     * Connection, rollback, resources, object in use, operator intervention, system error; a server turned standby. None
     * at all comes from the pool, which keeps a closed connection from being used; the database always gives one.
     */
    private static boolean passing(@Nullable String state) {
        return state == null || state.matches("(08|40|53|55|57|58)...") || state.equals("25006");
    }
}
