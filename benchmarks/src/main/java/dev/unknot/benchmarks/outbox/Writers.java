package dev.unknot.benchmarks.outbox;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Eight at once, each committing as fast as it can. */
final class Writers {

    static final int COUNT = 8;

    private Writers() {}

    /** Commits a second. */
    static double rate(Duration time, Runnable commit) {
        AtomicLong commits = new AtomicLong();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(COUNT)) {
            for (int i = 0; i < COUNT; i++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        commit.run();
                        commits.incrementAndGet();
                    }
                });
            }
        }
        return commits.get() / ((System.nanoTime() - start) / 1e9);
    }
}
