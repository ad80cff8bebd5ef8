package dev.unknot.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One running JVM of a service. */
public final class ServiceProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int TAIL = 40;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private final Service service;
    private final int port;
    private final Process process;
    private final Path pidFile;
    private final Path log;

    private ServiceProcess(Service service, int port, Process process, Path pidFile, Path log) {
        this.service = service;
        this.port = port;
        this.process = process;
        this.pidFile = pidFile;
        this.log = log;
    }

    static ServiceProcess start(Service service, int port, ProcessBuilder builder, Path pidFile, Path log) {
        try {
            Files.createDirectories(pidFile.getParent());
            Files.createDirectories(log.getParent());
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(Path.of("/dev/null").toFile())
                    .start();
            Files.writeString(pidFile, process.pid() + "\n");
            return new ServiceProcess(service, port, process, pidFile, log);
        } catch (IOException e) {
            throw new UncheckedIOException(service.module() + " cannot be launched", e);
        }
    }

    public Service service() {
        return service;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit status when the process is gone. */
    CompletableFuture<Integer> onEnd() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Where its output goes. */
    public Path log() {
        return log;
    }

    /** SIGKILL, as a crash; returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, and SIGKILL for one that does not end within 20 seconds. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Until it says that it takes requests; fails with the end of its log when it ends before, or takes too long. */
    public void awaitReady(Duration limit) {
        long start = System.nanoTime();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new ServiceFailed(this, "ended with " + process.exitValue());
            }
            if (System.nanoTime() - start > limit.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                throw new ServiceFailed(this, "was not ready within " + limit.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    public boolean isReady() {
        HttpRequest readiness = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(readiness, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The last lines of its output. */
    String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
        } catch (IOException unreadable) {
            return "(" + log + " cannot be read)";
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(pidFile);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
