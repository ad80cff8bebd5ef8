package dev.unknot.booking.availability;

import java.util.Arrays;

/**
 * The starts that are still possible in a stretch of time: a mutable set of cells that the rules narrow. Only the words
 * of that stretch are touched, and its buffers are reused, so narrowing allocates nothing once they have grown.
 */
final class Starts {

    private final long first;
    private final long[] words;
    private long[] runs = new long[0];

    /** Every cell of {@code [from, to)}. */
    Starts(long from, long to) {
        this.first = Math.floorDiv(from, Long.SIZE);
        this.words = new long[Math.max(0, Math.toIntExact(Math.ceilDiv(to, (long) Long.SIZE) - first))];
        Arrays.fill(words, -1);
        keepFrom(from);
        keepBefore(to);
    }

    private Starts(long first, int length) {
        this.first = first;
        this.words = new long[length];
    }

    /** An empty set over the same stretch. */
    Starts none() {
        return new Starts(first, words.length);
    }

    void become(Starts other) {
        System.arraycopy(other.words, 0, words, 0, words.length);
    }

    void clear() {
        Arrays.fill(words, 0);
    }

    void keepFrom(long cell) {
        long low = cell - first * Long.SIZE;
        for (int i = 0; i < words.length && low > 0; i++, low -= Long.SIZE) {
            words[i] = low >= Long.SIZE ? 0 : words[i] & -1L << low;
        }
    }

    /** Keeps the starts less than the given one. */
    void keepBefore(long cell) {
        long high = cell - first * Long.SIZE;
        for (int i = words.length - 1; i >= 0 && high < (i + 1L) * Long.SIZE; i--) {
            words[i] = high <= (long) i * Long.SIZE ? 0 : words[i] & -1L >>> -high;
        }
    }

    /** Keeps the starts {@code s} for which all of {@code [s − before, s − before + length)} is in {@code base} and not taken. */
    void keepRuns(Cells base, Cells taken, int before, int length) {
        findRuns(base, taken, before, length);
        for (int i = 0; i < words.length; i++) {
            words[i] &= run(i, before);
        }
    }

    /** Adds, of the starts in {@code candidates}, those that {@link #keepRuns} would keep. */
    void addRuns(Starts candidates, Cells base, Cells taken, int before, int length) {
        findRuns(base, taken, before, length);
        for (int i = 0; i < words.length; i++) {
            words[i] |= candidates.words[i] & run(i, before);
        }
    }

    void keep(Starts others) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= others.words[i];
        }
    }

    void remove(Starts others) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= ~others.words[i];
        }
    }

    void remove(long cell) {
        int i = Math.toIntExact(Math.floorDiv(cell, (long) Long.SIZE) - first);
        words[i] &= ~(1L << cell);
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /** The first start that is not less than the given cell; {@link Long#MAX_VALUE} when there is none. */
    long next(long cell) {
        long low = Math.max(cell, first * Long.SIZE) - first * Long.SIZE;
        for (long i = low / Long.SIZE; i < words.length; i++, low = 0) {
            long rest = words[(int) i] & -1L << low;
            if (rest != 0) {
                return (first + i) * Long.SIZE + Long.numberOfTrailingZeros(rest);
            }
        }
        return Long.MAX_VALUE;
    }

    /**
     * Leaves in {@code runs} the cells at which {@code length} free ones begin, from {@link #lead} words before the
     * stretch on. A run of n is two overlapping runs of half its length: log₂ n steps of shift-and-AND.
     */
    private void findRuns(Cells base, Cells taken, int before, int length) {
        int lead = lead(before);
        int size = lead + words.length + Math.ceilDiv(length, Long.SIZE);
        if (runs.length < size) {
            runs = new long[size];
        }
        long[] free = runs;
        for (int i = 0; i < size; i++) {
            long word = first - lead + i;
            free[i] = base.word(word) & ~taken.word(word);
        }
        for (int found = 1; found < length; ) {
            int shift = Math.min(found, length - found);
            int whole = shift / Long.SIZE;
            int part = shift % Long.SIZE;
            for (int i = 0; i + whole < size; i++) {
                long later = free[i + whole] >>> part;
                if (part > 0 && i + whole + 1 < size) {
                    later |= free[i + whole + 1] << (Long.SIZE - part);
                }
                free[i] &= later;
            }
            found += shift;
        }
    }

    /** Word {@code i} of the starts whose run begins {@code before} cells earlier. */
    private long run(int i, int before) {
        int bit = (lead(before) + i) * Long.SIZE - before;
        int whole = bit / Long.SIZE;
        int part = bit % Long.SIZE;
        long word = runs[whole] >>> part;
        return part == 0 ? word : word | runs[whole + 1] << (Long.SIZE - part);
    }

    private static int lead(int before) {
        return Math.ceilDiv(before, Long.SIZE);
    }
}
