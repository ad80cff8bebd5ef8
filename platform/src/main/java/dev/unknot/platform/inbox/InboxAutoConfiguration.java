package dev.unknot.platform.inbox;

import dev.unknot.platform.transaction.LockingAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The inbox, where there is a database. */
@AutoConfiguration(after = LockingAutoConfiguration.class)
@ConditionalOnBean({JdbcClient.class, PlatformTransactionManager.class})
public class InboxAutoConfiguration {

    @Bean
    Inbox inbox(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        return new Inbox(database, transactions, clock);
    }
}
