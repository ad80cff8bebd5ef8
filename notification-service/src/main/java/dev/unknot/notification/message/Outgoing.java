package dev.unknot.notification.message;

import dev.unknot.notification.delivery.Letter;
import org.jspecify.annotations.Nullable;

/**
 * A message written out.
 *
 * @param subject empty for an SMS
 * @param letter what a mail carries beside its text; null for an SMS
 */
record Outgoing(
        String address,
        String subject,
        String body,
        @Nullable Letter letter) {
    /** Text alone. */
    Outgoing(String address, String subject, String body) {
        this(address, subject, body, null);
    }

    /** Without the person and the text, since this ends up in logs. */
    @Override
    public String toString() {
        return "Outgoing[]";
    }
}
