package dev.unknot.notification.delivery;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a mail carries beside its text.
 *
 * @param sender name beside the chain's address
 * @param replyTo where answers go; null: to the sender
 * @param html the same as the text says
 * @param calendar an iCalendar file; null: none
 * @param unsubscribe where the reader says by one POST that they want no more of these (RFC 8058)
 */
public record Letter(
        String sender,
        @Nullable String replyTo,
        String html,
        @Nullable String calendar,
        URI unsubscribe) {
    /** Without the text, since this ends up in logs. */
    @Override
    public String toString() {
        return "Letter[]";
    }
}
