package dev.unknot.notification.email;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where mails that did not arrive come back to.
 *
 * @param mailbox of {@code unknot.email.bounces}, such as {@code imaps://name:password@mail.example/INBOX}, with what a URL cannot
 *     hold percent-encoded; null: nobody reads what comes back
 */
@ConfigurationProperties("unknot.bounces")
// No URI: Spring would encode what is encoded.
record BounceSettings(@Nullable String mailbox) {
    BounceSettings {
        if (mailbox != null && !mailbox.startsWith("imap://") && !mailbox.startsWith("imaps://")) {
            throw new IllegalArgumentException(
                    "UNKNOT_BOUNCES_MAILBOX (unknot.bounces.mailbox) is an address such as imaps://name:password@mail.example/INBOX");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BounceSettings[]";
    }
}
