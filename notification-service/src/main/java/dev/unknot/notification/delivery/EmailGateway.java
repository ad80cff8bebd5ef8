package dev.unknot.notification.delivery;

import java.util.UUID;

/** The way out for email. */
public interface EmailGateway {
    /** @param handover asked right before the server can take the mail, which is at its final dot */
    Delivery send(Email email, Handover handover);

    /** The header {@code Message-ID} of this message, with angle brackets; the same each time. */
    String messageId(UUID message);
}
