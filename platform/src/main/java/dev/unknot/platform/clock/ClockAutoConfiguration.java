package dev.unknot.platform.clock;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** One clock for the whole service. */
@AutoConfiguration
@EnableConfigurationProperties(ClockSettings.class)
public class ClockAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(Clock.class)
    @ConditionalOnProperty(name = "unknot.clock.movable", havingValue = "false", matchIfMissing = true)
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    RealTime realTime() {
        return new RealTime(Clock.systemUTC());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "unknot.clock.movable", havingValue = "true")
    @Import(ClockEndpoint.class)
    static class Movable {

        @Bean
        MovableClock clock(ClockSettings settings) {
            return new MovableClock(Clock.systemUTC(), settings.offset());
        }
    }
}
