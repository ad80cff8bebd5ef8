package dev.unknot.booking.availability;

import java.time.Instant;

/**
 * Finds where enough free cells follow one another; its buffer is used again and again. Each step is a plain loop over
 * words, since such a loop is compiled to vector instructions.
 */
final class Runs {

    private long[] free = new long[0];

    /**
     * Keeps, in some of the words, the starts {@code s} for which all of {@code [s − before, s − before + length)} is free
     * at {@code now}.
     *
     * @param first the number of {@code words[low]}, counted from the epoch
     */
    void keep(long[] words, int low, int high, long first, FreeTime time, Instant now, int before, int length) {
        int lead = Math.ceilDiv(before, Long.SIZE);
        int size = lead + high - low + Math.ceilDiv(length, Long.SIZE);
        if (free.length < size) {
            free = new long[size];
        }
        time.copy(first - lead, free, size, now);
        find(free, size, length);
        keep(words, low, high, free, lead * Long.SIZE - before);
    }

    /** Leaves the cells at which a run begins: one of n is two overlapping ones of half its length, so it takes log₂ n steps. */
    private static void find(long[] free, int size, int length) {
        for (int found = 1; found < length; ) {
            int step = Math.min(found, length - found);
            int whole = step / Long.SIZE;
            int part = step % Long.SIZE;
            if (whole == 0) {
                shiftAndKeep(free, size, part);
            } else if (part == 0) {
                for (int i = 0; i < size - whole; i++) {
                    free[i] &= free[i + whole];
                }
            } else {
                for (int i = 0; i < size - whole - 1; i++) {
                    free[i] &= free[i + whole] >>> part | free[i + whole + 1] << -part;
                }
            }
            found += step;
        }
    }

    private static void shiftAndKeep(long[] free, int size, int part) {
        for (int i = 0; i < size - 1; i++) {
            free[i] &= free[i] >>> part | free[i + 1] << -part;
        }
        free[size - 1] &= free[size - 1] >>> part;
    }

    /** @param shift 0 to 63 */
    private static void keep(long[] words, int low, int high, long[] runs, int shift) {
        if (shift == 0) {
            for (int i = low; i < high; i++) {
                words[i] &= runs[i - low];
            }
        } else {
            for (int i = low; i < high; i++) {
                words[i] &= runs[i - low] >>> shift | runs[i - low + 1] << -shift;
            }
        }
    }
}
