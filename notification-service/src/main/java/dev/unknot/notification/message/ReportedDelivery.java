package dev.unknot.notification.message;

import dev.unknot.common.message.DeliveryReport;
import org.jspecify.annotations.Nullable;

/**
 * What the SMS gateway says became of a message it had taken over.
 *
 * @param code the gateway's own, why it was not delivered
 * @param fault whose that was
 * @param number E.164, where it was to go; null: it did not say
 */
public record ReportedDelivery(
        String gatewayId,
        DeliveryReport report,
        @Nullable String code,
        Fault fault,
        @Nullable String number) {
    /** Why a message did not arrive. */
    public enum Fault {
        /** The number takes no SMS. */
        NUMBER,
        /** Our account or settings. */
        OURS,
        /** Something else: the phone is off, the network filters. */
        OTHER
    }

    boolean arrived() {
        return report == DeliveryReport.DELIVERED;
    }

    /** Without the number, since this ends up in logs. */
    @Override
    public String toString() {
        return "ReportedDelivery[gatewayId=" + gatewayId + "]";
    }
}
