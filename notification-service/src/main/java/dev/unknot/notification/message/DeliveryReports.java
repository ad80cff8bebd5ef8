package dev.unknot.notification.message;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.message.Channel;
import dev.unknot.notification.contact.DeadAddresses;
import dev.unknot.notification.message.ReportedDelivery.Fault;
import dev.unknot.platform.transaction.Attempts;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is reported of messages that a gateway took over, also of one whose id we have not written down yet. One that did
 * not arrive goes the other way, from here or, if the report was first, when its id is written down.
 */
@Repository
public class DeliveryReports {
    private final JdbcClient jdbc;
    private final Messages messages;
    private final Fallback fallback;
    private final DeadAddresses deadAddresses;
    private final GatewayTrouble trouble;
    private final Attempts attempts;
    private final Clock clock;

    DeliveryReports(
            JdbcClient jdbc,
            Messages messages,
            Fallback fallback,
            DeadAddresses deadAddresses,
            GatewayTrouble trouble,
            Attempts attempts,
            Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.fallback = fallback;
        this.deadAddresses = deadAddresses;
        this.trouble = trouble;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Reports come repeated and in any order. The first end counts, but a phone that has the message has it: delivered
     * is never taken back, and replaces what was said before.
     */
    public void note(ReportedDelivery delivery) {
        attempts.run(() -> {
            hold(delivery.gatewayId());
            keep(delivery);
            judgeAddress(delivery);
            if (lost(delivery.gatewayId())) {
                messages.sentAs(delivery.gatewayId()).forEach(fallback::after);
            }
            return true;
        });
    }

    /** Lets a report and the note of the message's id take turns, until the transaction ends. */
    void hold(String gatewayId) {
        var unused = jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0)) IS NULL")
                .param("delivery " + gatewayId)
                .query(Boolean.class)
                .single();
    }

    /** These have been sent as one under that id, of which a report may have come before. */
    void catchUp(List<Message> sent, String gatewayId) {
        if (lost(gatewayId)) {
            sent.forEach(fallback::after);
        }
    }

    private void keep(ReportedDelivery delivery) {
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
    }

    /** By the address that the report names: the client may have another by now. */
    private void judgeAddress(ReportedDelivery delivery) {
        Channel channel = delivery.channel();
        String address = delivery.address();
        String code = Objects.requireNonNullElse(delivery.code(), "unknown");
        if (delivery.arrived()) {
            if (address != null) {
                deadAddresses.revive(channel, address);
            }
        } else if (delivery.fault() == Fault.OURS) {
            trouble.report(channel, code);
        } else if (delivery.fault() == Fault.ADDRESS && address != null) {
            deadAddresses.mark(channel, address, code);
        }
    }

    private boolean lost(String gatewayId) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM deliveries WHERE gateway_id = ? AND outcome <> 'DELIVERED')")
                .param(gatewayId)
                .query(Boolean.class)
                .single();
    }
}
