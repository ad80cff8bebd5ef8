package dev.unknot.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Kafka broker of our own on loopback: a child process run from this JVM's class path, KRaft, one node. */
public final class KafkaServer implements AutoCloseable {

    private static final String PID = "kafka.pid";
    private static final String LOG = "kafka.log";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final KafkaSettings settings;
    private final boolean temporary;
    private Process process;

    private KafkaServer(KafkaSettings settings, boolean temporary) {
        this.settings = settings;
        this.temporary = temporary;
        this.process = launch(settings);
    }

    /** For tests: data that nobody needs after this JVM, a free port. Ends with this JVM, even one that is killed. */
    public static KafkaServer temporary() {
        RunDirectory.abandoned("kafka").forEach(RunDirectory::delete);
        Path directory = RunDirectory.create("kafka");
        KafkaServer server = new KafkaServer(KafkaSettings.in(directory), true);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "kafka-end"));
        return server;
    }

    public static KafkaServer start(KafkaSettings settings) {
        return new KafkaServer(settings, false);
    }

    /** Ends the detached broker of a directory, if one runs, and waits until it has. */
    public static void stop(Path directory) {
        running(directory).ifPresent(broker -> {
            broker.destroy();
            Probe.waitUntil("Kafka in " + directory + " ended", START_LIMIT, () -> !broker.isAlive());
        });
    }

    /** Whether a broker is running on this directory. */
    public static boolean isRunning(Path directory) {
        return running(directory).isPresent();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }

    public int port() {
        return settings.port();
    }

    public long pid() {
        return process.pid();
    }

    /** As a power cut would: SIGKILL. What was acknowledged is on its disk or in the page cache. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Starts again on the same port and data after {@link #kill()} or {@link #close()}. */
    public void restart() {
        if (process.isAlive()) {
            throw new IllegalStateException("Kafka is running as process " + pid());
        }
        process = launch(settings);
    }

    /** Orderly, except for temporary data, which needs no order. */
    @Override
    public void close() {
        if (temporary) {
            kill();
            RunDirectory.delete(settings.directory());
        } else {
            process.destroy();
            awaitEnd();
        }
    }

    private void awaitEnd() {
        Probe.waitUntil("Kafka " + pid() + " ended", START_LIMIT, () -> !process.isAlive());
    }

    private static Process launch(KafkaSettings settings) {
        Path directory = settings.directory();
        Path log = directory.resolve(LOG);
        Path ready = directory.resolve(KafkaServerMain.READY);
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(ready);
            settings.write();
            ProcessBuilder builder = new ProcessBuilder(command(settings))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            if (settings.detached()) {
                builder.redirectInput(Path.of("/dev/null").toFile());
            }
            // By the environment, as a service's class path may be too long for a command line.
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path", ""));
            Process started = builder.start();
            Files.writeString(directory.resolve(PID), Long.toString(started.pid()));
            Probe.waitUntil(
                    "Kafka in " + directory + " was ready or had failed",
                    START_LIMIT,
                    () -> Files.exists(ready) || !started.isAlive());
            if (!started.isAlive()) {
                throw new IllegalStateException("Kafka does not start:\n" + tail(log));
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka does not start in " + directory, e);
        }
    }

    private static List<String> command(KafkaSettings settings) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + settings.heap(),
                "-XX:+UseSerialGC",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=UTC",
                "-Dlogback.configurationFile=dev/unknot/platform/test/kafka-logback.xml"));
        if (!settings.detached()) {
            // A broker that lives for minutes starts faster than it would ever repay C2.
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.add(KafkaServerMain.class.getName());
        command.add(settings.directory().toString());
        if (settings.detached()) {
            command.add(KafkaServerMain.DETACHED);
        }
        return command;
    }

    private static Optional<ProcessHandle> running(Path directory) {
        try {
            long pid = Long.parseLong(Files.readString(directory.resolve(PID)).strip());
            return ProcessHandle.of(pid).filter(KafkaServer::isBroker);
        } catch (IOException neverStarted) {
            return Optional.empty();
        }
    }

    // After a reboot the number may belong to any other process.
    private static boolean isBroker(ProcessHandle process) {
        return process.info()
                .commandLine()
                .map(line -> line.contains(KafkaServerMain.class.getName()))
                .orElse(true);
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }
}
