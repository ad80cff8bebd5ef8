package dev.unknot.booking.availability;

import java.time.Instant;

/** When a resource can be had. */
interface FreeTime {

    /**
     * Copies words, one bit for each cell that is free at {@code now}.
     *
     * @param start number of the first word, counted from the epoch
     */
    void copy(long start, long[] into, int length, Instant now);

    /** What is in {@code base} and not taken. */
    static FreeTime of(Cells base, Taken taken) {
        return (start, into, length, now) -> {
            base.copy(start, into, 0, length);
            taken.clear(start, into, length, now);
        };
    }
}
