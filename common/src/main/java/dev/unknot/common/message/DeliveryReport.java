package dev.unknot.common.message;

/** What was heard of a message that a gateway had taken over; of an email only that it came back. */
public enum DeliveryReport {
    /** It reached the phone. */
    DELIVERED,
    /** The network, or another mail server, took it and could not hand it over. */
    UNDELIVERED,
    /** The gateway could not pass it on. */
    FAILED
}
