package dev.unknot.booking.availability;

import java.time.Instant;

/** When a therapist or a place is free, around the starts of a search. */
final class Idle {

    private final long first;
    private final long[] free;

    /** At {@code now}, over {@code [from, to)} at least. */
    Idle(FreeTime time, Instant now, long from, long to) {
        long word = Math.floorDiv(from, Long.SIZE);
        free = new long[Math.toIntExact(Math.ceilDiv(to, (long) Long.SIZE) - word)];
        first = word * Long.SIZE;
        time.copy(word, free, free.length, now);
    }

    /** What has passed is no use to anybody. */
    void clearBefore(long cell) {
        Words.clear(free, 0, free.length, 0, cell - first);
    }

    void keep(Cells others) {
        long[] kept = new long[free.length];
        others.copy(Math.floorDiv(first, Long.SIZE), kept, 0, kept.length);
        for (int i = 0; i < free.length; i++) {
            free[i] &= kept[i];
        }
    }

    boolean all(long from, long to) {
        return after(from, Math.toIntExact(to - from)) == to - from;
    }

    /** How many free cells end with the one before, counted up to {@code most}. */
    int before(long cell, int most) {
        int count = 0;
        while (count < most && free(cell - 1 - count)) {
            count++;
        }
        return count;
    }

    /** How many free cells begin with this one, counted up to {@code most}. */
    int after(long cell, int most) {
        int count = 0;
        while (count < most && free(cell + count)) {
            count++;
        }
        return count;
    }

    private boolean free(long cell) {
        long bit = cell - first;
        return bit >= 0 && bit < (long) free.length * Long.SIZE && (free[(int) (bit >> 6)] >>> bit & 1) != 0;
    }
}
