package dev.unknot.notification.message;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What gateways reported of messages, each known by the id that its gateway gave it. */
@Repository
class Deliveries {
    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lets a report and the note of the message's id take turns, until the transaction ends. */
    void hold(String gatewayId) {
        var unused = jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0)) IS NULL")
                .param("delivery " + gatewayId)
                .query(Boolean.class)
                .single();
    }

    /** Of a message that has arrived, nothing else is believed; says whether this report was. */
    boolean keep(ReportedDelivery delivery) {
        jdbc.sql("""
                        INSERT INTO deliveries (gateway_id, outcome, code, noted_at)
                        VALUES (:id, :outcome, :code, :now)
                        ON CONFLICT (gateway_id) DO UPDATE
                        SET outcome = excluded.outcome, code = excluded.code, noted_at = excluded.noted_at
                        WHERE deliveries.outcome <> 'DELIVERED' AND excluded.outcome = 'DELIVERED'
                        """)
                .param("id", delivery.gatewayId())
                .param("outcome", delivery.report().name())
                .param("code", delivery.arrived() ? null : delivery.code())
                .param("now", clock.instant().atOffset(UTC))
                .update();
        return delivery.arrived() || lost(delivery.gatewayId());
    }

    boolean lost(String gatewayId) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM deliveries WHERE gateway_id = ? AND outcome <> 'DELIVERED')")
                .param(gatewayId)
                .query(Boolean.class)
                .single();
    }
}
