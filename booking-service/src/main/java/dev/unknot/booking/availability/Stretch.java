package dev.unknot.booking.availability;

/** One resource's cells {@code [from, to)}, its buffers included, and what they are claimed for. */
record Stretch(Engagement by, long from, long to) {

    boolean overlaps(long start, long end) {
        return from < end && start < to;
    }
}
