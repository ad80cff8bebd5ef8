package dev.unknot.platform.outbox;

import dev.unknot.platform.event.Envelope;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The relay's own database session. The lock, the reads and the deletes share it: whoever loses the session can neither
 * believe to lead nor touch a row.
 */
final class RelaySession implements AutoCloseable {

    private static final String READ = """
            SELECT position, topic, event_id, source, type, subject, sequence, time, actor, cause, traceparent, data
            FROM outbox o
            WHERE position > ? AND parked_at IS NULL
              AND NOT EXISTS (SELECT FROM outbox p
                              WHERE p.parked_at IS NOT NULL AND p.topic = o.topic AND p.subject = o.subject)
            ORDER BY position
            LIMIT ?""";

    private final Connection connection;

    private RelaySession(Connection connection) {
        this.connection = connection;
    }

    static RelaySession open(JdbcConnectionDetails database) throws SQLException {
        Properties properties = new Properties();
        put(properties, "user", database.getUsername());
        put(properties, "password", database.getPassword());
        put(properties, "ApplicationName", "outbox-relay");
        put(properties, "connectTimeout", "5");
        // A network that swallows packets must not leave a relay that waits for ever.
        put(properties, "socketTimeout", "30");
        put(properties, "tcpKeepAlive", "true");
        put(properties, "logServerErrorDetail", "false");
        RelaySession session = new RelaySession(DriverManager.getConnection(database.getJdbcUrl(), properties));
        // Without fresh statistics, as in a burst, the planner would rather sort the whole table for each batch than
        // walk
        // its primary key.
        session.execute("SET enable_sort = off");
        return session;
    }

    /** Two-key locks are a space of their own, apart from locks on resources. */
    boolean tryLead() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_lock(1869968503, 1)");
                ResultSet row = lock.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Notes {@code relay} as holder; tells whether another one held it and may have sends in flight. */
    boolean takeOverFromUnclean(UUID relay) throws SQLException {
        try (PreparedStatement take =
                connection.prepareStatement("UPDATE outbox_relay SET holder = ? RETURNING old.holder")) {
            take.setObject(1, relay);
            UUID before = null;
            try (ResultSet row = take.executeQuery()) {
                if (row.next()) {
                    before = row.getObject(1, UUID.class);
                }
            }
            // From here on only deletes: one that is lost in a crash of the server means a duplicate, which consumers
            // bear.
            execute("SET synchronous_commit = off");
            return before != null && !before.equals(relay);
        }
    }

    void handOver() throws SQLException {
        execute("SET synchronous_commit = on");
        execute("UPDATE outbox_relay SET holder = NULL");
    }

    List<OutboxRow> read(int limit) throws SQLException {
        return readAfter(0, limit);
    }

    /** Not for what is committed late at a lower position: only {@link #read} sees all. */
    List<OutboxRow> readAfter(long position, int limit) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setLong(1, position);
            read.setInt(2, limit);
            List<OutboxRow> rows = new ArrayList<>();
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
            return rows;
        }
    }

    void delete(Collection<OutboxRow> rows) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox WHERE position = ANY (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(OutboxRow::position).toArray()));
            delete.executeUpdate();
        }
    }

    void park(OutboxRow row, OffsetDateTime now, String reason) throws SQLException {
        try (PreparedStatement park =
                connection.prepareStatement("UPDATE outbox SET parked_at = ?, parked_reason = ? WHERE position = ?")) {
            park.setObject(1, now);
            park.setString(2, reason);
            park.setLong(3, row.position());
            park.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void execute(String statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }

    private static OutboxRow row(ResultSet row) throws SQLException {
        Envelope envelope = new Envelope(
                row.getObject("event_id", UUID.class),
                row.getString("source"),
                row.getString("type"),
                row.getObject("subject", UUID.class),
                row.getLong("sequence"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("cause"),
                row.getString("traceparent"));
        return new OutboxRow(row.getLong("position"), row.getString("topic"), envelope, row.getBytes("data"));
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
