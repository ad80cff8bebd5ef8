package dev.unknot.common.message;

/** How a message travels. */
public enum Channel {
    EMAIL,
    SMS
}
