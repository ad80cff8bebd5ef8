package dev.unknot.benchmarks.outbox;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Does something so and so often a second, on time however long one of them takes. */
final class Pace {

    private Pace() {}

    static void keep(int aSecond, int times, Runnable work) {
        long interval = Duration.ofSeconds(1).toNanos() / aSecond;
        long due = System.nanoTime();
        for (int i = 0; i < times; i++) {
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            work.run();
            due += interval;
        }
    }
}
