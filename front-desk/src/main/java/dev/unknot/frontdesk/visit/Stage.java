package dev.unknot.frontdesk.visit;

/** Where a visit stands to its client. */
public enum Stage {
    BOOKED,
    CONFIRMED,
    HERE,
    PAST,
    COMPLETED,
    MISSED,
    CANCELLED;

    /** It lies ahead and stands: it can still be moved and called off. */
    public boolean open() {
        return this == BOOKED || this == CONFIRMED;
    }
}
