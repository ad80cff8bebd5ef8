package dev.unknot.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class InfrastructureTest {

    private final Infrastructure infrastructure = Infrastructure.get();

    @Test
    void postgresIsVersion18InUtcAndCanExcludeOverlaps() {
        Database database = infrastructure.newDatabase();

        assertThat(read(database, "SHOW server_version")).startsWith("18.");
        assertThat(read(database, "SELECT reset_val FROM pg_settings WHERE name = 'max_connections'"))
                .isEqualTo("300");
        database.execute("CREATE EXTENSION btree_gist");
        database.execute("CREATE TABLE claims (resource uuid, during tstzrange,"
                + " EXCLUDE USING gist (resource WITH =, during WITH &&))");
    }

    @Test
    void aDatabaseIsACopyOfItsTemplateAndApartFromIt() {
        Database template = infrastructure.newDatabase();
        template.execute("CREATE TABLE rooms AS SELECT 'Alder' AS name");

        Database copy = infrastructure.newDatabase(template.name());
        copy.execute("UPDATE rooms SET name = 'Birch'");

        assertThat(read(template, "SELECT name FROM rooms")).isEqualTo("Alder");
        assertThat(read(copy, "SELECT name FROM rooms")).isEqualTo("Birch");
    }

    @Test
    void topicPrefixesDiffer() {
        assertThat(infrastructure.newTopicPrefix()).isNotEqualTo(infrastructure.newTopicPrefix());
    }

    @Test
    void whatIsSentToATopicIsReadBack() {
        String topic = infrastructure.newTopicPrefix() + "unknot.test";
        try (TestBroker broker = new TestBroker(infrastructure.bootstrapServers())) {
            broker.createTopic(topic);
            broker.send(topic, "a", "one");
            broker.send(topic, "a", "two");

            assertThat(broker.read(topic)).containsExactly("one", "two");
            assertThat(broker.read("unknot.nowhere")).isEmpty();
        }
    }

    private static String read(Database database, String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
