package dev.unknot.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.platform.test.Probe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartsTest {

    private static final String OUT_OF_MEMORY = "exit 3";
    private static final String FOR_LONG = "exec sleep 600";

    @TempDir
    private Path home;

    private final List<String> reported = new CopyOnWriteArrayList<>();

    @Test
    void aServiceThatEndsByItselfIsStartedAgainUntilItStays() {
        ServiceProcess stays = process(FOR_LONG);
        Queue<ServiceProcess> next = new ArrayDeque<>(List.of(process(OUT_OF_MEMORY), stays));
        Restarts restarts = new Restarts(of -> Optional.ofNullable(next.poll()), Duration.ofMillis(1), reported::add);

        CompletableFuture<Void> over = restarts.follow(process(OUT_OF_MEMORY));

        Probe.waitUntil("it was started twice", () -> reported.size() == 2);
        assertThat(reported).allMatch(said -> said.contains("booking-service ended by itself with 3"));
        assertThat(stays.isAlive()).isTrue();
        assertThat(over).isNotDone();

        stays.kill();
        Probe.waitUntil("nothing is left to start", over::isDone);
        assertThat(reported).hasSize(2);
    }

    private ServiceProcess process(String script) {
        return ServiceProcess.start(
                Service.BOOKING,
                0,
                new ProcessBuilder("sh", "-c", script),
                home.resolve("run/booking.pid"),
                home.resolve("log/booking.log"));
    }
}
