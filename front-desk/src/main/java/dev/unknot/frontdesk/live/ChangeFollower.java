package dev.unknot.frontdesk.live;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the reading going from start to stop of the service, whatever fails in between. */
@Component
class ChangeFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFollower.class);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final ChangeReading reading;
    private volatile @Nullable Following following;

    ChangeFollower(ChangeReading reading) {
        this.reading = reading;
    }

    @Override
    public void start() {
        CountDownLatch stopped = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform().daemon().name("live-changes").start(() -> keepReading(stopped));
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

    /** After the topics are created and before the web server takes requests. */
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
                // An Error too: a dead follower would leave pages that look well and show what was.
                boolean wentWell = System.nanoTime() - begun > LONGEST_PAUSE.toNanos();
                pause = wentWell ? SHORTEST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
                LOG.warn("open pages hear of no changes, trying on: {}", failed.toString());
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
