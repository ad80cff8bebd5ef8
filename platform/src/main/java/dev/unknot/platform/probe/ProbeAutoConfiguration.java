package dev.unknot.platform.probe;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;

/** Probes ask for the database by a connection of their own, so that they say whether it is there, not how many wait for it. */
@AutoConfiguration(
        after = DataSourceAutoConfiguration.class,
        before = DataSourceHealthContributorAutoConfiguration.class)
public class ProbeAutoConfiguration {

    @Bean
    @ConditionalOnSingleCandidate(DataSource.class)
    HealthIndicator dbHealthIndicator(DataSource pool) throws SQLException {
        return pool.isWrapperFor(HikariDataSource.class)
                ? new OwnConnection(pool.unwrap(HikariDataSource.class))
                : new DataSourceHealthIndicator(pool);
    }

    private static final class OwnConnection implements HealthIndicator, DisposableBean {

        private static final Duration PATIENCE = Duration.ofSeconds(1);

        private final HikariDataSource one;
        private final DataSourceHealthIndicator indicator;

        OwnConnection(HikariDataSource pool) {
            HikariConfig settings = new HikariConfig();
            pool.copyStateTo(settings);
            settings.setPoolName("probe");
            settings.setMaximumPoolSize(1);
            settings.setMinimumIdle(0);
            settings.setConnectionTimeout(PATIENCE.toMillis());
            settings.setValidationTimeout(PATIENCE.toMillis());
            settings.setInitializationFailTimeout(-1);
            one = new HikariDataSource(settings);
            indicator = new DataSourceHealthIndicator(one);
        }

        @Override
        public Health health() {
            return indicator.health();
        }

        @Override
        public void destroy() {
            one.close();
        }
    }
}
