package dev.unknot.platform.event;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a failure of the surroundings, which ends by itself, from one of the event, which does not. */
public final class InfrastructureFailure {

    private InfrastructureFailure() {}

    public static boolean is(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (passing(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passing(Throwable cause) {
        return switch (cause) {
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

    /** Connection, rollback, resources, object in use, operator intervention, system error; a server turned standby. */
    private static boolean passing(@Nullable String state) {
        return state != null && (state.matches("(08|40|53|55|57|58)...") || state.equals("25006"));
    }
}
