package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.notification.contact.DeadAddresses;
import dev.unknot.notification.message.ReportedDelivery.Fault;
import dev.unknot.platform.transaction.Attempts;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * What is reported of messages that a gateway took over, also of one whose id we have not written down yet. One that did
 * not arrive goes the other way, from here or, if the report was first, when its id is written down.
 */
@Component
public class DeliveryReports {
    private final Deliveries deliveries;
    private final Messages messages;
    private final Fallback fallback;
    private final LateArrival lateArrival;
    private final DeadAddresses deadAddresses;
    private final GatewayTrouble trouble;
    private final Attempts attempts;

    DeliveryReports(
            Deliveries deliveries,
            Messages messages,
            Fallback fallback,
            LateArrival lateArrival,
            DeadAddresses deadAddresses,
            GatewayTrouble trouble,
            Attempts attempts) {
        this.deliveries = deliveries;
        this.messages = messages;
        this.fallback = fallback;
        this.lateArrival = lateArrival;
        this.deadAddresses = deadAddresses;
        this.trouble = trouble;
        this.attempts = attempts;
    }

    /**
     * Reports come repeated and in any order. The first end counts, but a phone that has the message has it: delivered
     * is never taken back, replaces what was said before, and takes back what followed from that and has not gone out.
     */
    public void note(ReportedDelivery delivery) {
        attempts.run(() -> {
            deliveries.hold(delivery.gatewayId());
            if (deliveries.keep(delivery)) {
                judgeAddress(delivery);
            }
            if (deliveries.lost(delivery.gatewayId())) {
                messages.sentAs(delivery.gatewayId()).forEach(fallback::after);
            } else {
                messages.sentAs(delivery.gatewayId()).forEach(lateArrival::of);
            }
            return true;
        });
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
}
