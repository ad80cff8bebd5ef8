package dev.unknot.devstack;

import dev.unknot.devstack.PortPlan.Listener;
import dev.unknot.platform.test.KafkaServer;
import dev.unknot.platform.test.KafkaSettings;
import dev.unknot.platform.test.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The database server and the broker under the services. */
final class Servers implements AutoCloseable {

    private final Path home;
    private final PostgresServer postgres;
    private final KafkaServer kafka;

    private Servers(Path home, Supplier<PostgresServer> postgres, Supplier<KafkaServer> kafka) {
        this.home = home;
        CompletableFuture<KafkaServer> broker = CompletableFuture.supplyAsync(kafka);
        this.postgres = postgres.get();
        for (Service service : Service.values()) {
            create(service.database());
        }
        this.kafka = broker.join();
    }

    static Servers temporary() {
        try {
            // The logs stay for whoever looks into a failed test, until the next clean build.
            String base = System.getProperty("unknot.run.dir");
            Path parent = base == null ? Checkout.root().resolve("dev-stack/target/stacks") : Path.of(base);
            Path home = Files.createTempDirectory(Files.createDirectories(parent), "unknot-stack-");
            return new Servers(home, PostgresServer::temporary, KafkaServer::temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Servers lasting(Path home, PortPlan ports) {
        Path kafka = home.resolve("kafka");
        return new Servers(
                home,
                () -> PostgresServer.lasting(home.resolve("postgresql"), ports.of(Listener.POSTGRES)),
                () -> KafkaServer.start(new KafkaSettings(
                        kafka, ports.of(Listener.KAFKA), ports.of(Listener.KAFKA_CONTROLLER), "384m", true)));
    }

    Path home() {
        return home;
    }

    String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    DataSource database(Service service) {
        return source(service.database());
    }

    PostgresServer postgres() {
        return postgres;
    }

    KafkaServer kafka() {
        return kafka;
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
    }

    private void create(String database) {
        try (Connection connection = source(Databases.USER).getConnection();
                Statement sql = connection.createStatement()) {
            try (ResultSet found = sql.executeQuery("SELECT FROM pg_database WHERE datname = '" + database + "'")) {
                if (found.next()) {
                    return;
                }
            }
            sql.execute("CREATE DATABASE " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("the database " + database + " cannot be created", e);
        }
    }

    private DataSource source(String database) {
        return Databases.at(jdbcUrl(database));
    }
}
