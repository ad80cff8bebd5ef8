package dev.unknot.common.message;

/** Where a message stands: planned, being sent, sent to the gateway, not sent on purpose, or given up. */
public enum MessageState {
    PLANNED,
    SENDING,
    SENT,
    DROPPED,
    FAILED
}
