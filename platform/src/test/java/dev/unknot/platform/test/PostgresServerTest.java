package dev.unknot.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @Test
    void aLastingServerKeepsItsDataOverAStop(@TempDir Path directory) {
        Path data = directory.resolve("postgres");
        int port = Ports.free();
        try (PostgresServer first = PostgresServer.lasting(data, port)) {
            database(first).execute("CREATE TABLE rooms AS SELECT 'Alder' AS name");
            assertThat(PostgresServer.isRunning(data)).isTrue();
        }
        assertThat(PostgresServer.isRunning(data)).isFalse();

        PostgresServer second = PostgresServer.lasting(data, port);
        database(second).execute("INSERT INTO rooms VALUES ('Birch')");
        PostgresServer.stop(data);
        assertThat(PostgresServer.isRunning(data)).isFalse();
    }

    @Test
    void whatWasCommittedOutlivesAKill() {
        try (PostgresServer server = PostgresServer.temporary()) {
            database(server).execute("CREATE TABLE rooms AS SELECT 'Alder' AS name");
            long before = server.pid();

            server.kill();
            server.restart();

            database(server).execute("DROP TABLE rooms");
            assertThat(server.pid()).isNotEqualTo(before);
        }
    }

    private static Database database(PostgresServer server) {
        return new Database(server.jdbcUrl("postgres"), "postgres", "");
    }
}
