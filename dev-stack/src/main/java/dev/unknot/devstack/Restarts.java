package dev.unknot.devstack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Starts a service again that ended by itself, killed or out of memory, as the containers' restart policy does. It waits before
 * each start, every time twice as long up to a minute; after ten good minutes it begins anew.
 */
final class Restarts {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final Function<Service, Optional<ServiceProcess>> start;
    private final Duration firstPause;
    private final Consumer<String> report;

    /**
     * @param start answers nothing once the stack ends
     * @param report is told a sentence of each end
     */
    Restarts(Function<Service, Optional<ServiceProcess>> start, Duration firstPause, Consumer<String> report) {
        this.start = start;
        this.firstPause = firstPause;
        this.report = report;
    }

    /** Completes when the service has ended and is not started again. */
    CompletableFuture<Void> follow(ServiceProcess process) {
        return follow(process, firstPause);
    }

    private CompletableFuture<Void> follow(ServiceProcess process, Duration pause) {
        long begun = System.nanoTime();
        return process.onEnd().thenCompose(exit -> {
            boolean good = System.nanoTime() - begun >= GOOD_FOR.toNanos();
            return again(process, exit, good ? firstPause : pause);
        });
    }

    private CompletableFuture<Void> again(ServiceProcess ended, int exit, Duration pause) {
        return CompletableFuture.supplyAsync(
                        () -> start.apply(ended.service()),
                        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS))
                .thenCompose(next -> next.map(process -> {
                            report.accept(ended.service().module() + " ended by itself with " + exit
                                    + " and was started again; see " + ended.log());
                            return follow(process, longer(pause));
                        })
                        .orElseGet(() -> CompletableFuture.completedFuture(null)));
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
