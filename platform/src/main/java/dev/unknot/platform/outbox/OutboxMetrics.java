package dev.unknot.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator watches: rows that wait, for how long, and rows that never leave by themselves. */
final class OutboxMetrics implements MeterBinder {

    private final JdbcClient database;
    private final Clock clock;

    OutboxMetrics(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("unknot.outbox.waiting", this, OutboxMetrics::waiting).register(registry);
        Gauge.builder("unknot.outbox.parked", this, OutboxMetrics::parked).register(registry);
        Gauge.builder("unknot.outbox.oldest", this, OutboxMetrics::oldestSeconds)
                .baseUnit("seconds")
                .register(registry);
    }

    private double waiting() {
        return database.sql("SELECT count(*) - outbox_parked() FROM outbox")
                .query(Long.class)
                .single();
    }

    private double parked() {
        return database.sql("SELECT outbox_parked()").query(Long.class).single();
    }

    private double oldestSeconds() {
        return database.sql("SELECT oldest FROM outbox_oldest() AS oldest WHERE oldest IS NOT NULL")
                .query(OffsetDateTime.class)
                .optional()
                .map(oldest ->
                        Duration.between(oldest.toInstant(), clock.instant()).toMillis() / 1_000.0)
                .orElse(0.0);
    }
}
