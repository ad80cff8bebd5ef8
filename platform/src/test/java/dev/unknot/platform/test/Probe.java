package dev.unknot.platform.test;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for something another thread or process does, and says what it waited for when that does not come. */
public final class Probe {

    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Probe() {}

    /** @param what completes the sentence "waited in vain until …" */
    public static void waitUntil(String what, BooleanSupplier condition) {
        waitUntil(what, USUAL, condition);
    }

    public static void waitUntil(String what, Duration limit, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > limit.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                throw new AssertionError("waited in vain for " + limit + " until " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Polls until a value is there, and answers it. */
    public static <T> T eventually(String what, Supplier<Optional<T>> source) {
        AtomicReference<@Nullable T> seen = new AtomicReference<>();
        waitUntil(what, () -> {
            source.get().ifPresent(seen::set);
            return seen.get() != null;
        });
        return Objects.requireNonNull(seen.get());
    }
}
