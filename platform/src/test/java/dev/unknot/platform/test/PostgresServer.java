package dev.unknot.platform.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL of our own on loopback, from Maven Central's binaries: user {@code postgres}, no password. */
public final class PostgresServer implements AutoCloseable {

    private static final String DATA = "data";

    private EmbeddedPostgres server;
    private final Path directory;
    private final boolean temporary;

    private PostgresServer(EmbeddedPostgres server, Path directory, boolean temporary) {
        this.server = server;
        this.directory = directory;
        this.temporary = temporary;
    }

    /** For tests: data that nobody needs after this JVM, no fsync, a free port. Ends with this JVM. */
    public static PostgresServer temporary() {
        for (Path abandoned : RunDirectory.abandoned("postgres")) {
            stop(abandoned);
            RunDirectory.delete(abandoned);
        }
        Path directory = RunDirectory.create("postgres");
        return start(directory, Ports.free(), true);
    }

    /**
     * For development: data that stays, durable, on a fixed port. Outlives this JVM unless closed;
     * {@link #stop(Path)} ends it from any process.
     */
    public static PostgresServer lasting(Path directory, int port) {
        return start(directory, port, false);
    }

    /** Ends the server of a directory, if one runs, and waits until it has. Committed data is safe. */
    public static void stop(Path directory) {
        running(directory).ifPresent(postmaster -> {
            Signals.interrupt(postmaster.pid());
            Probe.waitUntil("PostgreSQL in " + directory + " ended", () -> !postmaster.isAlive());
        });
    }

    /** Whether a server is running in this directory. */
    public static boolean isRunning(Path directory) {
        return running(directory).isPresent();
    }

    public int port() {
        return server.getPort();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    public long pid() {
        return pid(directory).orElseThrow();
    }

    /** As a power cut would, but for the operating system's cache: SIGKILL to all its processes. */
    public void kill() {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        // The postmaster first: else it would bring its children back.
        all.forEach(ProcessHandle::destroyForcibly);
        Probe.waitUntil(
                "PostgreSQL in " + directory + " ended", () -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Starts again on the same port and data after {@link #kill()}. */
    public void restart() {
        if (isRunning(directory)) {
            throw new IllegalStateException("PostgreSQL is running as process " + pid());
        }
        end();
        try {
            server = launch(directory, port(), temporary);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start in " + directory, e);
        }
    }

    @Override
    public void close() {
        end();
        if (temporary) {
            RunDirectory.delete(directory);
        }
    }

    private void end() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not end in " + directory, e);
        }
    }

    private static PostgresServer start(Path directory, int port, boolean temporary) {
        try {
            Files.createDirectories(directory);
            PostgresServer started = new PostgresServer(launch(directory, port, temporary), directory, temporary);
            if (temporary) {
                Runtime.getRuntime().addShutdownHook(new Thread(started::close, "postgres-end"));
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start in " + directory, e);
        }
    }

    private static EmbeddedPostgres launch(Path directory, int port, boolean temporary) throws IOException {
        Path log = directory.resolve("postgres.log");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve(DATA))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                // A pipe would tie the server to this JVM.
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_timezone", "UTC")
                .setServerConfig("max_connections", "300")
                .setServerConfig("shared_buffers", "128MB");
        // Said either way: the library's own default is off.
        String durable = temporary ? "off" : "on";
        builder.setServerConfig("fsync", durable)
                .setServerConfig("full_page_writes", durable)
                // Also where the disk is not waited for: what was committed has to outlive a kill of the server.
                .setServerConfig("synchronous_commit", "on");
        return builder.start();
    }

    private static Optional<ProcessHandle> running(Path directory) {
        return pid(directory).flatMap(ProcessHandle::of).filter(PostgresServer::isPostgres);
    }

    // After a crash of the machine the number may belong to any other process.
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(path -> path.endsWith("postgres"))
                .isPresent();
    }

    private static Optional<Long> pid(Path directory) {
        try {
            return Files.readAllLines(directory.resolve(DATA).resolve("postmaster.pid")).stream()
                    .findFirst()
                    .map(line -> Long.valueOf(line.strip()));
        } catch (IOException noServer) {
            return Optional.empty();
        }
    }
}
