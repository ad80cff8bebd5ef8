package dev.unknot.platform.outbox;

import dev.unknot.platform.event.Envelope;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    private static final String DELETE = "DELETE FROM outbox WHERE position = ANY (?)";

    /** One way to the server and back, for what a round asks of it. */
    private static final String LOOK = PARKED + ";\n" + READ;

    private static final String DELETE_AND_LOOK = DELETE + ";\n" + LOOK;

    private final Connection connection;

    /** As of the last look; an operator may park and repair rows too. */
    private Set<OutboxRow.Key> held = Set.of();

    private long lastAnswer = System.nanoTime();

    private RelaySession(Connection connection) {
        this.connection = connection;
    }

    /** @param driver what the pool's connections are told too, such as how TLS is spoken */
    static RelaySession open(JdbcConnectionDetails database, Map<String, String> driver) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(driver);
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
        // There is nothing to choose, so nothing is planned anew for each look.
        execute("SET plan_cache_mode = force_generic_plan");
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

    /**
     * The first {@code limit} rows that may be sent: none that is parked, none of a key that waits behind a parked row.
     *
     * @param acknowledged are deleted before
     */
    List<OutboxRow> read(Collection<OutboxRow> acknowledged, int limit) throws SQLException {
        return readAfter(acknowledged, 0, limit);
    }

    /** Not for what is committed late at a lower position: only {@link #read} sees all. */
    List<OutboxRow> readAfter(Collection<OutboxRow> acknowledged, long position, int limit) throws SQLException {
        Set<OutboxRow.Key> believed = held;
        boolean deletes = !acknowledged.isEmpty();
        List<OutboxRow> rows;
        try (PreparedStatement statements = connection.prepareStatement(deletes ? DELETE_AND_LOOK : LOOK)) {
            int place = 1;
            if (deletes) {
                statements.setArray(place++, positions(acknowledged));
            }
            statements.setLong(place++, position);
            statements.setArray(place++, array("text", believed.stream().map(OutboxRow.Key::topic)));
            statements.setArray(place++, array("uuid", believed.stream().map(OutboxRow.Key::subject)));
            statements.setInt(place, limit);
            statements.execute();
            if (deletes) {
                statements.getMoreResults();
            }
            held = keys(statements);
            statements.getMoreResults();
            rows = rows(statements);
        }
        lastAnswer = System.nanoTime();
        // What is held back changes once in a while: then they were read for what was believed, and are read again.
        return held.equals(believed) ? rows : readAfter(List.of(), position, limit);
    }

    void delete(Collection<OutboxRow> rows) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, positions(rows));
            delete.executeUpdate();
        }
        lastAnswer = System.nanoTime();
    }

    /** Since the server answered last, and so since this session was surely the one that leads. */
    Duration sinceLastAnswer() {
        return Duration.ofNanos(System.nanoTime() - lastAnswer);
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

    private static Set<OutboxRow.Key> keys(PreparedStatement statements) throws SQLException {
        try (ResultSet row = statements.getResultSet()) {
            Set<OutboxRow.Key> keys = new LinkedHashSet<>();
            while (row.next()) {
                keys.add(new OutboxRow.Key(row.getString(1), row.getObject(2, UUID.class)));
            }
            return keys;
        }
    }

    private static List<OutboxRow> rows(PreparedStatement statements) throws SQLException {
        try (ResultSet row = statements.getResultSet()) {
            List<OutboxRow> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row(row));
            }
            return rows;
        }
    }

    private Array positions(Collection<OutboxRow> rows) throws SQLException {
        return array("bigint", rows.stream().map(OutboxRow::position));
    }

    private Array array(String type, Stream<?> elements) throws SQLException {
        return connection.createArrayOf(type, elements.toArray());
    }

    private void execute(String statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }

    /** By place, as {@link #READ} names them: a burst is a hundred thousand of these. */
    private static OutboxRow row(ResultSet row) throws SQLException {
        Envelope envelope = new Envelope(
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getLong(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9),
                row.getString(10),
                row.getString(11));
        return new OutboxRow(row.getLong(1), row.getString(2), envelope, row.getBytes(12));
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
