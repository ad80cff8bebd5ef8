package dev.unknot.notification.delivery;

/** The way out for email. */
public interface EmailGateway {
    Delivery send(Email email);
}
