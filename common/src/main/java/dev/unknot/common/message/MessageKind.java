package dev.unknot.common.message;

/** What a message is for. */
public enum MessageKind {
    CONFIRMATION,
    /** The visit has moved. */
    CHANGE,
    CANCELLATION,
    /** By default a day before. */
    FIRST_REMINDER,
    /** By default two hours before. */
    LAST_REMINDER;

    /** Reminders keep out of quiet hours; the others answer something the client has just heard of or done. */
    public boolean reminds() {
        return this == FIRST_REMINDER || this == LAST_REMINDER;
    }
}
