package dev.unknot.booking.availability;

import java.time.Instant;

/** Finds where enough free cells follow one another; its buffer is used again and again. */
final class Runs {

    private long[] free = new long[0];
    private int lead;
    private int before;
    private int length;

    /**
     * Looks at starts {@code s} in some words: whether all of {@code [s − before, s − before + length)} is in {@code base} and
     * not taken at {@code now}.
     *
     * @param first number of the first of these words
     */
    void look(Cells base, Taken taken, Instant now, long first, int words, int before, int length) {
        this.before = before;
        this.length = length;
        lead = Math.ceilDiv(before, Long.SIZE);
        // One more, as two words are looked at together with what is shifted into them.
        int size = lead + words + Math.ceilDiv(length, Long.SIZE) + 1;
        if (free.length < size) {
            free = new long[size];
        }
        base.copy(first - lead, free, size);
        taken.clear(first - lead, free, size, now);
    }

    /** The starts of one of the words. */
    long word(int i) {
        int bit = (lead + i) * Long.SIZE - before;
        if (length <= Long.SIZE) {
            return runs(bit, length);
        }
        long word = -1;
        for (int part = 0; part < length; part += Long.SIZE) {
            word &= runs(bit + Math.min(part, length - Long.SIZE), Long.SIZE);
        }
        return word;
    }

    /**
     * Where in the 64 cells from {@code bit} on {@code run} free ones begin, at most 64. A run of n is two overlapping runs of
     * half its length: log₂ n steps of shift-and-AND, on two words, since a run that begins in the first may end in the second.
     */
    private long runs(int bit, int run) {
        int i = bit >> 6;
        int shift = bit & 63;
        // In two steps, as a shift by 64 would be none.
        long low = free[i] >>> shift | free[i + 1] << 1 << 63 - shift;
        long high = free[i + 1] >>> shift | free[i + 2] << 1 << 63 - shift;
        for (int found = 1; found < run; ) {
            int step = Math.min(found, run - found);
            low &= low >>> step | high << -step;
            high &= high >>> step;
            found += step;
        }
        return low;
    }
}
