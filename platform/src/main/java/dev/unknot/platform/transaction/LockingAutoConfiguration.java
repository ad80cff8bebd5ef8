package dev.unknot.platform.transaction;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Retried transactions and advisory locks, where there is a database. */
@AutoConfiguration(
        after = {
            JdbcClientAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class
        })
@ConditionalOnBean({JdbcClient.class, PlatformTransactionManager.class})
public class LockingAutoConfiguration {

    @Bean
    Attempts attempts(PlatformTransactionManager transactions, Savepoints savepoints) {
        return new Attempts(transactions, savepoints);
    }

    @Bean
    Savepoints savepoints(JdbcClient database) {
        return new Savepoints(database);
    }

    @Bean
    ResourceLocks resourceLocks(JdbcClient database) {
        return new ResourceLocks(database);
    }
}
