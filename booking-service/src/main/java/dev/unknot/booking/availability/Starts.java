package dev.unknot.booking.availability;

import java.time.Instant;
import java.util.Arrays;

/**
 * The starts that are still possible in a stretch of time: a mutable set of cells that the rules narrow. Only the words
 * of that stretch are touched, and its buffers are reused, so narrowing allocates nothing once they have grown.
 */
final class Starts {

    private final Runs runs;
    private long first;
    private int length;
    private long[] words = new long[0];

    private Starts(Runs runs) {
        this.runs = runs;
    }

    /** Every cell of {@code [from, to)}. */
    Starts(long from, long to) {
        this(new Runs());
        restart(from, to);
    }

    /** An empty set over the same stretch. */
    Starts none() {
        Starts none = new Starts(runs);
        none.become(this);
        none.clear();
        return none;
    }

    /** Becomes every cell of {@code [from, to)}. */
    void restart(long from, long to) {
        stretch(Math.floorDiv(from, Long.SIZE), Math.ceilDiv(to, (long) Long.SIZE));
        Arrays.fill(words, 0, length, -1);
        keepFrom(from);
        keepBefore(to);
    }

    void become(Starts other) {
        stretch(other.first, other.first + other.length);
        System.arraycopy(other.words, 0, words, 0, length);
    }

    private void stretch(long from, long to) {
        first = from;
        length = Math.max(0, Math.toIntExact(to - from));
        if (words.length < length) {
            words = new long[length];
        }
    }

    void clear() {
        Arrays.fill(words, 0, length, 0);
    }

    void keepFrom(long cell) {
        Words.clear(words, 0, length, 0, cell - first * Long.SIZE);
    }

    /** Keeps the starts less than the given one. */
    void keepBefore(long cell) {
        Words.clear(words, 0, length, cell - first * Long.SIZE, (long) length * Long.SIZE);
    }

    /** Removes the starts in {@code [from, to)}. */
    void remove(long from, long to) {
        Words.clear(words, 0, length, from - first * Long.SIZE, to - first * Long.SIZE);
    }

    /**
     * Keeps, of the starts in {@code [from, to)}, those a multiple of {@code step} after {@code origin}.
     *
     * @param origin no later than {@code from}
     */
    void keepEvery(int step, long origin, long from, long to) {
        long pattern = 0;
        for (int bit = 0; bit < Long.SIZE; bit += step) {
            pattern |= 1L << bit;
        }
        int low = Math.toIntExact(Math.max(0, Math.floorDiv(from, Long.SIZE) - first));
        int high = Math.toIntExact(Math.min(length, Math.ceilDiv(to, (long) Long.SIZE) - first));
        // How far the first of them is from the first bit of the word, and by how much less it is from that of the
        // next.
        int phase = Math.floorMod(origin - (first + low) * Long.SIZE, step);
        int shift = Long.SIZE % step;
        for (int i = low; i < high; i++) {
            long cell = (first + i) * Long.SIZE;
            long kept = phase < Long.SIZE ? pattern << phase : 0;
            phase = phase < shift ? phase - shift + step : phase - shift;
            long head = from > cell ? (1L << from) - 1 : 0;
            long tail = to < cell + Long.SIZE ? -1L << to : 0;
            words[i] &= kept | head | tail;
        }
    }

    /** Keeps the starts {@code s} for which all of {@code [s − before, s − before + run)} is in the cells. */
    void keepRuns(Cells cells, int before, int run) {
        keepRuns(cells, Instant.MIN, before, run);
    }

    /** Keeps the starts {@code s} for which all of {@code [s − before, s − before + run)} is free at {@code now}. */
    void keepRuns(FreeTime time, Instant now, int before, int run) {
        int low = 0;
        while (low < length && words[low] == 0) {
            low++;
        }
        int high = length;
        while (high > low && words[high - 1] == 0) {
            high--;
        }
        if (low == high) {
            return;
        }
        runs.keep(words, low, high, first + low, time, now, before, run);
    }

    /** Keeps those of the given ones; the sets are over the same stretch. */
    void keep(Starts others) {
        for (int i = 0; i < length; i++) {
            words[i] &= others.words[i];
        }
    }

    /** Adds the given ones; the sets are over the same stretch. */
    void add(Starts others) {
        for (int i = 0; i < length; i++) {
            words[i] |= others.words[i];
        }
    }

    /** Removes the given ones; the sets are over the same stretch. */
    void remove(Starts others) {
        for (int i = 0; i < length; i++) {
            words[i] &= ~others.words[i];
        }
    }

    boolean isEmpty() {
        for (int i = 0; i < length; i++) {
            if (words[i] != 0) {
                return false;
            }
        }
        return true;
    }

    int count() {
        int count = 0;
        for (int i = 0; i < length; i++) {
            count += Long.bitCount(words[i]);
        }
        return count;
    }

    /** The first start that is not less than the given cell; {@link Long#MAX_VALUE} when there is none. */
    long next(long cell) {
        long low = Math.max(cell, first * Long.SIZE) - first * Long.SIZE;
        for (long i = low / Long.SIZE; i < length; i++, low = 0) {
            long rest = words[(int) i] & -1L << low;
            if (rest != 0) {
                return (first + i) * Long.SIZE + Long.numberOfTrailingZeros(rest);
            }
        }
        return Long.MAX_VALUE;
    }

    /** Writes the bits where each start is, counted from the first cell, beside those that are to stay. */
    void mark(int[] cells, int kept, int bits) {
        for (int i = 0; i < length; i++) {
            for (long word = words[i]; word != 0; word &= word - 1) {
                int cell = i * Long.SIZE + Long.numberOfTrailingZeros(word);
                cells[cell] = (cells[cell] & kept) | bits;
            }
        }
    }

    /** How many words there are; the first begins with cell {@link #firstCell}. */
    int words() {
        return length;
    }

    long firstCell() {
        return first * Long.SIZE;
    }

    long word(int i) {
        return words[i];
    }
}
