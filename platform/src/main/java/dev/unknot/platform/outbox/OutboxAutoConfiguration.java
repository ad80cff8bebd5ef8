package dev.unknot.platform.outbox;

import dev.unknot.platform.audit.AuditAutoConfiguration;
import dev.unknot.platform.audit.AuditTrail;
import dev.unknot.platform.event.ActorSource;
import dev.unknot.platform.event.EventAutoConfiguration;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.transaction.LockingAutoConfiguration;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;

/** The outbox and its relay, where there is a database and something may be announced. */
@AutoConfiguration(after = {LockingAutoConfiguration.class, EventAutoConfiguration.class, AuditAutoConfiguration.class})
@ConditionalOnBean({JdbcClient.class, PlatformTransactionManager.class})
@ConditionalOnProperty(name = "unknot.events.enabled", matchIfMissing = true)
@EnableConfigurationProperties(OutboxSettings.class)
public class OutboxAutoConfiguration {

    private static final String DRIVER = "spring.datasource.hikari.data-source-properties";

    private static final Bindable<Map<String, String>> DRIVER_PROPERTIES = Bindable.mapOf(String.class, String.class);

    private final String application;

    OutboxAutoConfiguration(@Value("${spring.application.name:unknot}") String application) {
        this.application = application;
    }

    @Bean
    Bell outboxBell() {
        return new Bell();
    }

    @Bean
    Outbox outbox(
            JdbcClient database,
            Events events,
            Clock clock,
            ObjectProvider<ActorSource> actors,
            Bell bell,
            AuditTrail trail) {
        ActorSource actor = actors.getIfAvailable(() -> () -> "service:" + application);
        return new Outbox(
                database,
                events,
                clock,
                actor,
                application,
                bell,
                announced -> trail.changed(announced.type(), announced.subject(), announced.cause()));
    }

    @Bean
    @ConditionalOnProperty(name = "unknot.outbox.relay", matchIfMissing = true)
    Relay outboxRelay(
            JdbcConnectionDetails database,
            Environment environment,
            ProducerFactory<?, ?> kafka,
            Events events,
            OutboxSettings settings,
            Clock clock,
            Bell bell) {
        return new Relay(
                database,
                Binder.get(environment).bind(DRIVER, DRIVER_PROPERTIES).orElse(Map.of()),
                () -> new Sender(
                        kafka.getConfigurationProperties(),
                        events,
                        application + "-outbox",
                        settings.deliveryTimeout()),
                settings,
                clock,
                bell);
    }

    @Bean
    OutboxMetrics outboxMetrics(JdbcClient database, Clock clock) {
        return new OutboxMetrics(database, clock);
    }
}
