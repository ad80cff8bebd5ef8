package dev.unknot.common.series;

/** What becomes of the others when one occurrence is refused. */
public enum SeriesMode {
    /** None is booked or changed, and the refusal names each that stands in the way. */
    ATOMIC,

    /** They are booked or changed, and the refused one comes back with the reason and other times. */
    SKIP
}
