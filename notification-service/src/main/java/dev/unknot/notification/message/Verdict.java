package dev.unknot.notification.message;

/** What is to be done with a message whose time has come. */
sealed interface Verdict {
    record Send(Outgoing outgoing) implements Verdict {}

    record Drop(DropReason reason) implements Verdict {}

    /** A contact or a name has not been announced yet. */
    record Wait() implements Verdict {}
}
