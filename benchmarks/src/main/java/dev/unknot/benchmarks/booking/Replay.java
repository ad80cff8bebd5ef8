package dev.unknot.benchmarks.booking;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Recorded bookings again by bare JDBC, each time as others: what was their own gets a fresh id, and each round lies
 * further ahead.
 */
final class Replay {

    /** Whole weeks, and beyond all that was booked. */
    private static final Duration ROUND = Duration.ofDays(147);

    private final List<RecordedTransaction> transactions;
    private final Set<UUID> shared;
    private final AtomicInteger next = new AtomicInteger();
    private final int firstRound;

    Replay(List<RecordedTransaction> transactions, Set<UUID> shared, int firstRound) {
        this.transactions = transactions;
        this.shared = shared;
        this.firstRound = firstRound;
    }

    /** The next one, in a transaction of its own; reads all that is returned. */
    void run(Connection connection) throws SQLException {
        int number = next.getAndIncrement();
        Once once = new Once(ROUND.multipliedBy(firstRound + number / transactions.size()), new HashMap<>());
        for (RecordedStatement recorded :
                transactions.get(number % transactions.size()).statements()) {
            try (PreparedStatement statement = connection.prepareStatement(recorded.sql())) {
                for (RecordedParameter parameter : recorded.parameters()) {
                    once.set(statement, parameter);
                }
                if (statement.execute()) {
                    try (ResultSet rows = statement.getResultSet()) {
                        while (rows.next()) {
                            var unused = rows.getObject(1);
                        }
                    }
                }
            }
        }
        connection.commit();
    }

    private final class Once {

        private final Duration later;
        private final Map<UUID, UUID> fresh;

        Once(Duration later, Map<UUID, UUID> fresh) {
            this.later = later;
            this.fresh = fresh;
        }

        void set(PreparedStatement statement, RecordedParameter parameter) throws SQLException {
            Object[] args = parameter.args();
            int position = (Integer) args[0];
            Object value = args[1];
            if (value instanceof RecordedArray array) {
                statement.setArray(
                        position, statement.getConnection().createArrayOf(array.type(), many(array.elements())));
            } else if (parameter.setter().equals("setNull")) {
                statement.setNull(position, (Integer) value);
            } else if (args.length > 2 && args[2] instanceof Integer type) {
                statement.setObject(position, again(value), type);
            } else {
                statement.setObject(position, again(value));
            }
        }

        private Object again(Object value) {
            return switch (value) {
                case UUID id -> id(id);
                case OffsetDateTime time -> time.plus(later);
                case String text
                when text.length() == 36 && text.charAt(8) == '-' ->
                    id(UUID.fromString(text)).toString();
                case String text
                when text.endsWith("Z") && text.charAt(4) == '-' ->
                    Instant.parse(text).plus(later).toString();
                case Object[] many -> many(many);
                case null, default -> value;
            };
        }

        private Object[] many(Object[] elements) {
            Object[] again = elements.clone();
            Arrays.setAll(again, i -> again(elements[i]));
            return again;
        }

        private UUID id(UUID id) {
            return shared.contains(id) ? id : fresh.computeIfAbsent(id, _ -> UUID.randomUUID());
        }
    }
}
