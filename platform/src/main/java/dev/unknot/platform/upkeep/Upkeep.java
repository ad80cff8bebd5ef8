package dev.unknot.platform.upkeep;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.context.SmartLifecycle;

/** Does a round at the start of the service, and the next one after each pause, on a thread of its own. */
public abstract class Upkeep implements SmartLifecycle {

    private final String thread;
    private volatile CountDownLatch stopping = new CountDownLatch(0);

    /** @param thread the name of its thread */
    protected Upkeep(String thread) {
        this.thread = thread;
    }

    /**
     * Bears its own failures: what it throws ends the rounds.
     *
     * @param goesOn whether nobody has asked it to stop; a long round asks now and then
     */
    protected abstract void round(BooleanSupplier goesOn);

    /** From the end of a round to the next. */
    protected abstract Duration pause();

    @Override
    public final void start() {
        CountDownLatch stop = new CountDownLatch(1);
        stopping = stop;
        Thread.ofPlatform().name(thread).daemon().start(() -> run(stop));
    }

    @Override
    public final void stop() {
        stopping.countDown();
    }

    @Override
    public final boolean isRunning() {
        return stopping.getCount() > 0;
    }

    private void run(CountDownLatch stop) {
        try {
            do {
                round(() -> stop.getCount() > 0);
            } while (!stop.await(pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
