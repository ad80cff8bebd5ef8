package dev.unknot.platform.event;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps the reading going from start to stop of the service, whatever fails in between. */
public final class Follower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    /** What is read, and goes on being read until it is told to stop. */
    @FunctionalInterface
    public interface Reading {

        /** Returns when {@code running} is no longer true. After a failure it is called again. */
        void follow(BooleanSupplier running);
    }

    private final String name;
    private final String worry;
    private final Reading reading;
    private volatile @Nullable Following following;

    /**
     * @param name of its thread
     * @param worry what is wrong for as long as the reading fails, for the log
     */
    public Follower(String name, String worry, Reading reading) {
        this.name = name;
        this.worry = worry;
        this.reading = reading;
    }

    @Override
    public void start() {
        CountDownLatch stopped = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform().daemon().name(name).start(() -> keepReading(stopped));
        following = new Following(stopped, thread);
    }

    @Override
    public void stop() {
        Following last = following;
        if (last != null) {
            last.stopped().countDown();
            try {
                var unused = last.thread().join(FAREWELL);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            following = null;
        }
    }

    @Override
    public boolean isRunning() {
        return following != null;
    }

    /** After the topics are created, before the web server takes requests. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void keepReading(CountDownLatch stopped) {
        Duration pause = SHORTEST_PAUSE;
        do {
            long begun = System.nanoTime();
            try {
                reading.follow(() -> stopped.getCount() > 0);
            } catch (RuntimeException | Error failed) {
                // An Error too: a dead follower would leave a service that shows what was and looks well.
                boolean wentWell = System.nanoTime() - begun > LONGEST_PAUSE.toNanos();
                pause = wentWell ? SHORTEST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
                LOG.warn("{}, trying on: {}", worry, failed.toString());
            }
        } while (!over(stopped, pause));
    }

    private static boolean over(CountDownLatch stopped, Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private record Following(CountDownLatch stopped, Thread thread) {}
}
