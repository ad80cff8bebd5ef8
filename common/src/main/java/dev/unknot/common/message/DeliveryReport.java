package dev.unknot.common.message;

/** What the gateway heard from the network of a message it had taken over; of an email nothing is ever heard. */
public enum DeliveryReport {
    /** It reached the phone. */
    DELIVERED,
    /** The network took it and could not hand it over. */
    UNDELIVERED,
    /** The gateway could not pass it on. */
    FAILED
}
