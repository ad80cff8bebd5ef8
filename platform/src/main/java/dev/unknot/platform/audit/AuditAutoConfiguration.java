package dev.unknot.platform.audit;

import dev.unknot.platform.transaction.LockingAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit trail, where there is a database to keep it in. */
@AutoConfiguration(after = LockingAutoConfiguration.class)
@ConditionalOnBean({JdbcClient.class, PlatformTransactionManager.class})
public class AuditAutoConfiguration {

    @Bean
    AuditTrail auditTrail(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new AuditTrail(database, apart, clock);
    }

    @Bean
    @ConditionalOnProperty(name = "unknot.security.resource-server", havingValue = "true", matchIfMissing = true)
    AuditEndpoint auditEndpoint(AuditTrail trail) {
        return new AuditEndpoint(trail);
    }
}
