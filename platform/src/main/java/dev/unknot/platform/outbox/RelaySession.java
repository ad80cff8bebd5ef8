package dev.unknot.platform.outbox;

import dev.unknot.platform.event.Envelope;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The relay's own database session. The lock, the reads and the deletes share it: whoever loses the session can neither
 * believe to lead nor touch a row.
 */
final class RelaySession implements AutoCloseable {

    /** Held-back keys come as arrays: a join with the parked rows could be planned as a scan of the table for each row. */
    private static final String READ = """
            SELECT position, topic, event_id, source, type, subject, sequence, time, actor, cause, traceparent, data
            FROM outbox
            WHERE position > ? AND parked_at IS NULL
              AND (topic, subject) NOT IN (SELECT held.topic, held.subject
                                           FROM unnest(?::text[], ?::uuid[]) AS held (topic, subject))
            ORDER BY position
            LIMIT ?""";

    /** In the order of {@code outbox_parked}, so that no other index serves. */
    private static final String PARKED = """
            SELECT topic, subject FROM outbox WHERE parked_at IS NOT NULL ORDER BY topic, subject""";

    private final Connection connection;

    /** As of the last {@link #read}; an operator may park and repair rows too. */
    private Set<OutboxRow.Key> held = Set.of();

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
        session.walkIndexes();
        return session;
    }

    /**
     * The table swings between empty and a million rows faster than its statistics, and a plan made for the empty one is kept.
     * So each statement of this session has one way to go, whatever the planner believes.
     */
    private void walkIndexes() throws SQLException {
        execute("SET enable_seqscan = off");
        execute("SET enable_sort = off");
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

    /** The first {@code limit} rows that may be sent: none that is parked, none of a key that waits behind a parked row. */
    List<OutboxRow> read(int limit) throws SQLException {
        held = parkedKeys();
        return readAfter(0, limit);
    }

    /** Not for what is committed late at a lower position: only {@link #read} sees all. */
    List<OutboxRow> readAfter(long position, int limit) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setLong(1, position);
            read.setArray(2, array("text", held.stream().map(OutboxRow.Key::topic)));
            read.setArray(3, array("uuid", held.stream().map(OutboxRow.Key::subject)));
            read.setInt(4, limit);
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
            delete.setArray(1, array("bigint", rows.stream().map(OutboxRow::position)));
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

    private Set<OutboxRow.Key> parkedKeys() throws SQLException {
        try (PreparedStatement parked = connection.prepareStatement(PARKED);
                ResultSet row = parked.executeQuery()) {
            Set<OutboxRow.Key> keys = new LinkedHashSet<>();
            while (row.next()) {
                keys.add(new OutboxRow.Key(row.getString("topic"), row.getObject("subject", UUID.class)));
            }
            return keys;
        }
    }

    private Array array(String type, Stream<?> elements) throws SQLException {
        return connection.createArrayOf(type, elements.toArray());
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
