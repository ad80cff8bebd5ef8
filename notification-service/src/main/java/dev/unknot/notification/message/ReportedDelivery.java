package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.common.message.DeliveryReport;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message that a gateway had taken over, as that gateway says or a mail server that sent it back.
 *
 * @param code the gateway's own, why it was not delivered
 * @param fault whose that was
 * @param address where it was to go; null: it did not say, or nothing is known of that address
 */
public record ReportedDelivery(
        String gatewayId,
        DeliveryReport report,
        @Nullable String code,
        Fault fault,
        Channel channel,
        @Nullable String address) {
    /** Why a message did not arrive. */
    public enum Fault {
        /** The number takes no SMS, the mailbox is not there. */
        ADDRESS,
        /** Our account or settings. */
        OURS,
        /** Something else: the phone is off, the network filters, the mailbox is full. */
        OTHER
    }

    boolean arrived() {
        return report == DeliveryReport.DELIVERED;
    }

    /** Without the address, since this ends up in logs. */
    @Override
    public String toString() {
        return "ReportedDelivery[gatewayId=" + gatewayId + "]";
    }
}
