package dev.unknot.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A bulkhead around what costs much of a processor: so many at once, of one caller half of them, and each on a thread of the
 * system's. A virtual thread that computes keeps its carrier until it is done, and so whoever else is to be answered waiting;
 * these take turns with it.
 */
public final class CostlyWork implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final long MOST_CALLERS = 10_000;

    private final String name;
    private final BulkheadConfig ofOne;
    private final Bulkhead all;
    private final Cache<String, Bulkhead> callers = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();
    private final ExecutorService threads;

    /**
     * @param name of the threads
     * @param places how many run at once; at least 1
     * @param patience how long one waits for a place before it is refused
     */
    public CostlyWork(String name, int places, Duration patience) {
        this.name = name;
        this.all = Bulkhead.of(name, config(places, patience));
        this.ofOne = config(Math.ceilDiv(places, 2), patience);
        this.threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().name(name + "-", 1).daemon().factory());
    }

    /**
     * Returns what {@code work} does.
     *
     * @throws Rejection 429 {@code too-many-at-once}, where the caller's own earlier ones take all that is theirs
     * @throws Overloaded 503, where those of all do
     */
    public <T> T run(Caller caller, Supplier<T> work) {
        Bulkhead own = callers.get(caller.actor(), actor -> Bulkhead.of(name, ofOne));
        if (!own.tryAcquirePermission()) {
            throw Rejection.tooMany(
                    "too-many-at-once", "You ask for too many of these at once; wait for the earlier ones.", SOON);
        }
        try {
            return amongAll(work);
        } finally {
            own.onComplete();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private <T> T amongAll(Supplier<T> work) {
        if (!all.tryAcquirePermission()) {
            throw new Overloaded();
        }
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        } finally {
            all.onComplete();
        }
    }

    private static BulkheadConfig config(int places, Duration patience) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(places)
                .maxWaitDuration(patience)
                .fairCallHandlingStrategyEnabled(true)
                .writableStackTraceEnabled(false)
                .build();
    }
}
