package dev.unknot.platform.retention;

import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.transaction.LockingAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Retention, where a service declares what it keeps for some time. */
@AutoConfiguration(after = LockingAutoConfiguration.class)
@ConditionalOnBean({Attempts.class, Kept.class})
public class RetentionAutoConfiguration {

    @Bean
    Retention retention(
            ObjectProvider<Kept> kinds,
            JdbcClient database,
            Attempts attempts,
            Clock clock,
            ObjectProvider<MeterRegistry> figures) {
        return new Retention(kinds.orderedStream().toList(), database, attempts, clock, figures);
    }

    @Bean
    NightlyRetention nightlyRetention(Retention retention, Clock clock) {
        return new NightlyRetention(retention, clock);
    }
}
