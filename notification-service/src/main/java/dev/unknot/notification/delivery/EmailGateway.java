package dev.unknot.notification.delivery;

/** The way out for email. */
public interface EmailGateway {
    /** @param handover asked right before the server can take the mail, which is at its final dot */
    Delivery send(Email email, Handover handover);
}
