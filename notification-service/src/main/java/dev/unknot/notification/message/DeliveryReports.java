package dev.unknot.notification.message;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.message.DeliveryReport;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the SMS gateway reports of messages it took over, also of one whose id we have not written down yet. */
@Repository
public class DeliveryReports {
    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Reports come repeated and in any order. The first end counts, but a phone that has the message has it: delivered
     * is never taken back, and replaces what was said before.
     *
     * @param code the gateway's own, why it was not delivered
     */
    public void note(String gatewayId, DeliveryReport report, @Nullable String code) {
        jdbc.sql("""
                        INSERT INTO deliveries (gateway_id, outcome, code, noted_at)
                        VALUES (:id, :outcome, :code, :now)
                        ON CONFLICT (gateway_id) DO UPDATE
                        SET outcome = excluded.outcome, code = excluded.code, noted_at = excluded.noted_at
                        WHERE deliveries.outcome <> 'DELIVERED' AND excluded.outcome = 'DELIVERED'
                        """)
                .param("id", gatewayId)
                .param("outcome", report.name())
                .param("code", report == DeliveryReport.DELIVERED ? null : code)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }
}
