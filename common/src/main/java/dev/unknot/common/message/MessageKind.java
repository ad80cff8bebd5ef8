package dev.unknot.common.message;

/** What a message is for. */
public enum MessageKind {
    CONFIRMATION
}
