package dev.unknot.notification.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A mail.
 *
 * @param messageId with angle brackets; the same for every sending of the same mail
 * @param body plain text
 * @param letter what else it carries; null: nothing
 */
public record Email(
        String messageId,
        String to,
        String subject,
        String body,
        @Nullable Letter letter) {
    /** In plain text only. */
    public Email(String messageId, String to, String subject, String body) {
        this(messageId, to, subject, body, null);
    }

    /** Without the person and the text, since this ends up in logs. */
    @Override
    public String toString() {
        return "Email[messageId=" + messageId + "]";
    }
}
