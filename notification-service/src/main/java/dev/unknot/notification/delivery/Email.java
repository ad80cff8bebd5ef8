package dev.unknot.notification.delivery;

/**
 * A mail in plain text.
 *
 * @param messageId with angle brackets; the same for every sending of the same mail
 */
public record Email(String messageId, String to, String subject, String body) {
    /** Without the person and the text, since this ends up in logs. */
    @Override
    public String toString() {
        return "Email[messageId=" + messageId + "]";
    }
}
