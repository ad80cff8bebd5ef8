package dev.unknot.notification.message;

/** Measures time that has passed, whatever the clinic's clock is set to. */
interface StopWatch {
    /** Counts up from an arbitrary origin; only differences mean something. */
    long nanos();
}
