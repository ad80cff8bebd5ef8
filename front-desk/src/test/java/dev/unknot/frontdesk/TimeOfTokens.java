package dev.unknot.frontdesk;

import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.clock.RealTime;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets a test live through the months of a key's life. */
@TestConfiguration(proxyBeanMethods = false)
public class TimeOfTokens {

    private final MovableClock clock = new MovableClock(Clock.systemUTC(), Duration.ZERO);

    @Bean
    RealTime realTime() {
        return new RealTime(clock);
    }

    public void moveBy(Duration duration) {
        clock.moveBy(duration);
    }

    public Clock clock() {
        return clock;
    }
}
