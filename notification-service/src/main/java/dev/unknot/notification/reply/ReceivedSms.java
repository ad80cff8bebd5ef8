package dev.unknot.notification.reply;

import org.jspecify.annotations.Nullable;

/**
 * An SMS as the gateway hands it on.
 *
 * @param gatewayId the gateway's id of it
 * @param from E.164
 * @param to our number it was sent to; null: the gateway does not say
 * @param verdict what the gateway took it for, and has answered itself; null: for nothing
 */
public record ReceivedSms(
        String gatewayId,
        String from,
        @Nullable String to,
        String body,
        @Nullable GatewayVerdict verdict) {
    /** Without the number and the words, since this ends up in logs. */
    @Override
    public String toString() {
        return "ReceivedSms[gatewayId=" + gatewayId + "]";
    }
}
