package dev.unknot.platform.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** Runs at the start and every night at two o'clock UTC. */
final class NightlyRetention implements SmartLifecycle {

    private static final LocalTime NIGHT = LocalTime.of(2, 0);

    private final Retention retention;
    private final Clock clock;
    private volatile CountDownLatch stopping = new CountDownLatch(0);

    NightlyRetention(Retention retention, Clock clock) {
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public void start() {
        CountDownLatch stop = new CountDownLatch(1);
        stopping = stop;
        Thread.ofPlatform().name("retention").daemon().start(() -> run(stop));
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
                var unused = retention.run();
            } while (!stop.await(
                    untilNight(clock.instant().atZone(ZoneOffset.UTC)).toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration untilNight(ZonedDateTime now) {
        ZonedDateTime tonight = now.with(NIGHT);
        return Duration.between(now, tonight.isAfter(now) ? tonight : tonight.plusDays(1));
    }
}
