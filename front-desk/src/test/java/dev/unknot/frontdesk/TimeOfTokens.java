package dev.unknot.frontdesk;

import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.clock.RealTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets a test live through the months of a key's life. */
@TestConfiguration(proxyBeanMethods = false)
public class TimeOfTokens {

    private final Stoppable real = new Stoppable();
    private final MovableClock clock = new MovableClock(real, Duration.ZERO);

    @Bean
    RealTime realTime() {
        return new RealTime(clock);
    }

    public void moveBy(Duration duration) {
        clock.moveBy(duration);
    }

    /** From now on it is moved by hand only, however long what a test does may take; on a whole second. */
    public void stop() {
        real.stopped = real.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    public void goOn() {
        real.stopped = null;
    }

    public Clock clock() {
        return clock;
    }

    private static final class Stoppable extends Clock {

        private volatile @Nullable Instant stopped;

        @Override
        public Instant instant() {
            Instant now = stopped;
            return now == null ? Clock.systemUTC().instant() : now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("this clock stays in UTC");
        }
    }
}
