package dev.unknot.benchmarks.outbox;

import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.event.EventCatalogue;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.id.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** The same row as an announcement's, by bare JDBC. */
final class PostgresFloor {

    private static final Events EVENTS = new Events("");

    private final ThreadLocal<Connection> connections;

    PostgresFloor(DataSource database) {
        connections = ThreadLocal.withInitial(() -> {
            try {
                Connection connection = database.getConnection();
                connection.setAutoCommit(false);
                return connection;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    void insert(AppointmentBooked event) {
        Connection connection = connections.get();
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO outbox (event_id, topic, subject, type, source, sequence, time, data, actor)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, Ids.next());
            insert.setString(2, EventCatalogue.topicOf(event.getClass()));
            insert.setObject(3, event.subject());
            insert.setString(4, EventCatalogue.typeOf(event.getClass()));
            insert.setString(5, "/benchmark");
            insert.setLong(6, 1);
            insert.setObject(7, OffsetDateTime.now(ZoneOffset.UTC));
            insert.setBytes(8, EVENTS.json(event));
            insert.setString(9, "service:benchmark");
            insert.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void empty(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE outbox");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
