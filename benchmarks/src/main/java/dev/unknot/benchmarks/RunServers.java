package dev.unknot.benchmarks;

import dev.unknot.platform.test.KafkaServer;
import dev.unknot.platform.test.KafkaSettings;
import dev.unknot.platform.test.Ports;
import dev.unknot.platform.test.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL that waits for the disk and a broker compiled as in production, on free ports of loopback; both end with the
 * run. Their files lie in {@code unknot.run.dir}, which bin/bench empties.
 */
public final class RunServers implements AutoCloseable {

    private final PostgresServer postgres;
    private final KafkaServer kafka;

    private RunServers(PostgresServer postgres, KafkaServer kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
    }

    public static RunServers start() {
        Path directory = directory();
        PostgresServer postgres = PostgresServer.lasting(directory.resolve("postgres"), Ports.free());
        try {
            return new RunServers(
                    postgres,
                    KafkaServer.start(
                            KafkaSettings.in(directory.resolve("kafka")).outlivingItsParent()));
        } catch (RuntimeException | Error noBroker) {
            postgres.close();
            throw noBroker;
        }
    }

    /** Where all of this run lies. */
    public static Path directory() {
        String base = System.getProperty("unknot.run.dir");
        try {
            return base == null ? Files.createTempDirectory("unknot-bench-") : Files.createDirectories(Path.of(base));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl("postgres");
    }

    public DataSource database() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser("postgres");
        return source;
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
    }
}
