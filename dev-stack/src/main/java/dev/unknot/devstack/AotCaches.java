package dev.unknot.devstack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Caches of loaded and linked classes, one per service, by which a JVM starts in a third of the time. A cache fits one
 * jar and one JDK, so its directory is named after both; made by running the service until its context stands.
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514</a>
 */
final class AotCaches {

    /** For all of them together: a machine that is busy all the time gets no cache; the next start tries again. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Path home;
    private final Path directory;
    private final Map<Service, String> keys = new ConcurrentHashMap<>();
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Long> end = new AtomicReference<>();
    private final LongSupplier nanoTime;
    private volatile boolean abandoned;

    AotCaches(Path home) {
        this(home, System::nanoTime);
    }

    AotCaches(Path home, LongSupplier nanoTime) {
        this.home = home;
        this.nanoTime = nanoTime;
        this.directory = home.resolve("aot");
    }

    boolean has(Service service) {
        return Files.exists(cache(service));
    }

    /** The service as it was unpacked, with its cache where there is one. */
    Launch launch(Service service) {
        Path cache = cache(service);
        return new Launch(home, application(service), Files.exists(cache) ? cache : null);
    }

    /** Runs the service up once with the settings it will have, and keeps what it loaded. */
    void make(Service service, Map<String, String> environment) {
        Duration left = untilTheEnd();
        if (left.isZero()) {
            throw givenUp();
        }
        Path unfinished = place(service).resolve("unfinished.aot");
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(new Launch(home, application(service), null)
                .command("-XX:AOTCacheOutput=" + unfinished, "-Dspring.context.exit=onRefresh"));
        try {
            run(service, environment, command, left);
            Files.move(unfinished, cache(service));
        } catch (IOException e) {
            throw new UncheckedIOException("no cache of " + service.module() + " was made", e);
        }
    }

    /** What is left of the time since the first was begun. */
    private Duration untilTheEnd() {
        long now = nanoTime.getAsLong();
        end.compareAndSet(null, now + LONGEST.toNanos());
        return Duration.ofNanos(Math.max(0, Objects.requireNonNull(end.get()) - now));
    }

    private static IllegalStateException givenUp() {
        return new IllegalStateException("was given up " + LONGEST.toMinutes() + " minutes after the first was begun");
    }

    /** Drops a cache in the making, and makes none any more. */
    void abandon() {
        abandoned = true;
        running.forEach(AotCaches::kill);
    }

    /** With the JVM that a training run starts to write the cache. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Out of its jar, which a build may replace while the service runs. */
    void unpack(Service service) {
        Path application = application(service);
        if (Files.exists(application)) {
            return;
        }
        forgetOthers(service);
        List<String> command = List.of(
                Launch.JAVA,
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                Checkout.jar(service).toString(),
                "extract",
                "--force",
                "--application-filename",
                application.getFileName().toString(),
                "--destination",
                place(service).toString());
        try {
            run(service, Map.of(), command, LONGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(service.module() + " cannot be unpacked", e);
        }
    }

    private Path cache(Service service) {
        return place(service).resolve("application.aot");
    }

    private Path application(Service service) {
        return place(service).resolve("application.jar");
    }

    private Path place(Service service) {
        return directory.resolve(service.module() + "-" + keys.computeIfAbsent(service, of -> key(Checkout.jar(of))));
    }

    private void forgetOthers(Service service) {
        Path current = place(service);
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> places = Files.list(directory)) {
            places.filter(place -> place.getFileName().toString().startsWith(service.module() + "-"))
                    .filter(place -> !place.equals(current))
                    .forEach(AotCaches::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path place) {
        try (Stream<Path> all = Files.walk(place)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Service service, Map<String, String> environment, List<String> command, Duration limit)
            throws IOException {
        Path log = home.resolve("log").resolve(service.module() + "-cache.log");
        Path pid = home.resolve("run").resolve(service.module() + "-cache.pid");
        Files.createDirectories(log.getParent());
        Files.createDirectories(pid.getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(Settings::isOurs);
        builder.environment().putAll(environment);
        Process process = builder.start();
        Files.writeString(pid, process.pid() + "\n");
        running.add(process);
        try {
            if (abandoned) {
                kill(process);
            }
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                kill(process);
                throw givenUp();
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("ended with " + process.exitValue() + ", see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.remove(process);
            Files.deleteIfExists(pid);
        }
    }

    /** CRC-32 and length tell two builds apart as well as a digest would, in a hundredth of the time. */
    private static String key(Path jar) {
        try (CheckedInputStream bytes = new CheckedInputStream(Files.newInputStream(jar), new CRC32())) {
            long length = bytes.transferTo(OutputStream.nullOutputStream());
            return "%08x-%d-%s".formatted(bytes.getChecksum().getValue(), length, Runtime.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
