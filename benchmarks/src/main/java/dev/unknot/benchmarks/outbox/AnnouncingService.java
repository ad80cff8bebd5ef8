package dev.unknot.benchmarks.outbox;

import dev.unknot.benchmarks.RunServers;
import dev.unknot.common.event.DomainEvent;
import dev.unknot.platform.idempotency.IdempotencyAutoConfiguration;
import dev.unknot.platform.outbox.Outbox;
import dev.unknot.platform.outbox.Outbox.Announcement;
import dev.unknot.platform.security.SecurityAutoConfiguration;
import dev.unknot.platform.transaction.AfterCommit;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A service with nothing in it but the platform: its outbox, and its relay if wanted. */
final class AnnouncingService implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final TransactionTemplate transaction;
    private final Outbox outbox;

    private AnnouncingService(ConfigurableApplicationContext context) {
        this.context = context;
        this.transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        this.outbox = context.getBean(Outbox.class);
    }

    static AnnouncingService start(RunServers servers, boolean relay) {
        Map<String, Object> settings = Map.ofEntries(
                Map.entry("spring.application.name", "benchmark"),
                Map.entry("spring.datasource.url", servers.jdbcUrl()),
                Map.entry("spring.datasource.username", "postgres"),
                Map.entry("spring.kafka.bootstrap-servers", servers.bootstrapServers()),
                Map.entry("spring.flyway.locations", "classpath:db/platform"),
                Map.entry("logging.config", "classpath:dev/unknot/benchmarks/logback.xml"),
                Map.entry("unknot.outbox.relay", relay));
        return new AnnouncingService(new SpringApplicationBuilder(Empty.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(settings)
                // booking-service's own lie on the class path too.
                .properties(Map.of("spring.config.name", "benchmark", "spring.main.banner-mode", "off"))
                .run());
    }

    /** In a transaction of its own. */
    void announce(DomainEvent event) {
        transaction.executeWithoutResult(status -> outbox.announce(event, 1, null));
    }

    /** In a transaction of its own; {@code committed} is told before the relay is. */
    void announce(DomainEvent event, Runnable committed) {
        transaction.executeWithoutResult(status -> {
            AfterCommit.run(committed);
            outbox.announce(event, 1, null);
        });
    }

    /** All in one transaction. */
    void announce(List<List<Announcement>> lots, Runnable committed) {
        transaction.executeWithoutResult(status -> {
            AfterCommit.run(committed);
            lots.forEach(lot -> outbox.announce(lot, null));
        });
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    // Nobody calls it, so nobody is asked who they are.
    @EnableAutoConfiguration(exclude = {SecurityAutoConfiguration.class, IdempotencyAutoConfiguration.class})
    static class Empty {}
}
