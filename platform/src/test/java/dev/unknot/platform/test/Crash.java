package dev.unknot.platform.test;

import java.sql.Connection;
import java.sql.SQLException;

/** One planned crash: the n-th step of one thread and every later one fail, as if the process had lost its database. */
final class Crash {

    /** Class 08: the connection is gone. */
    private static final String CONNECTION_FAILURE = "08006";

    private final Thread thread = Thread.currentThread();
    private int stepsBefore;
    private boolean happened;

    /** @param step 1 for the first */
    Crash(int step) {
        this.stepsBefore = step - 1;
    }

    boolean happened() {
        return happened;
    }

    void step(Connection connection, String step) throws SQLException {
        if (Thread.currentThread() != thread || (!happened && stepsBefore-- > 0)) {
            return;
        }
        happened = true;
        // What was not committed dies with its session; some callers would otherwise commit it while cleaning up.
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        throw new SQLException("planned crash at: " + step, CONNECTION_FAILURE);
    }
}
