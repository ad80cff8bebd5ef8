package dev.unknot.common.message;

/** What a client meant by a reply. */
public enum Answer {
    /** They will come. */
    CONFIRM,
    /** No more messages. */
    STOP,
    START,
    HELP,
    /** A person has to read it. */
    UNCLEAR
}
