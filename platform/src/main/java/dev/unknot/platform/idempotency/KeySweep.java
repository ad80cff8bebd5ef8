package dev.unknot.platform.idempotency;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Forgets old answers, which name people, also where no create comes along to do it. */
final class KeySweep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeySweep.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final StoredAnswers answers;
    private volatile CountDownLatch stopping = new CountDownLatch(0);

    KeySweep(StoredAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void start() {
        CountDownLatch stop = new CountDownLatch(1);
        stopping = stop;
        Thread.ofPlatform().name("key-sweep").daemon().start(() -> run(stop));
    }

    @Override
    public void stop() {
        stopping.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    private void run(CountDownLatch stop) {
        try {
            do {
                sweep();
            } while (!stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void sweep() {
        try {
            answers.sweep();
        } catch (RuntimeException away) {
            LOG.warn(
                    "old idempotency keys are swept in an hour: {}",
                    away.getClass().getName());
        }
    }
}
