package dev.unknot.benchmarks.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/** Replays on one connection for each client. */
final class BareJdbc implements AutoCloseable {

    private final Queue<Connection> connections = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Connection> own;
    private final Replay replay;

    /** @param references whether foreign keys are looked after; claims alone have nothing to refer to */
    BareJdbc(DataSource database, Replay replay, boolean references) {
        this.replay = replay;
        this.own = ThreadLocal.withInitial(() -> connect(database, references));
    }

    private Connection connect(DataSource database, boolean references) {
        try {
            Connection connection = database.getConnection();
            connections.add(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TIME ZONE 'UTC'");
                if (!references) {
                    statement.execute("SET session_replication_role = replica");
                }
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException("no connection", e);
        }
    }

    /** Transactions a second. */
    double rate(int clients, Duration warmUp, Duration measured) {
        var unused = Load.of(clients, warmUp, this::once);
        return Load.of(clients, measured, this::once).rate();
    }

    private void once() {
        try {
            replay.run(own.get());
        } catch (SQLException e) {
            throw new IllegalStateException("a recorded transaction cannot be replayed", e);
        }
    }

    @Override
    public void close() {
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException("a connection does not close", e);
            }
        }
    }
}
