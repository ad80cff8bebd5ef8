package dev.unknot.booking.availability;

import java.util.Arrays;

/** Collects what a search finds, each opening in one long, and puts it in order of start without comparing. */
final class Findings {

    /** So many locations, and so many therapists and places of each. */
    private static final int MOST = 1 << 14;

    private static final int BITS = 14;

    private final long base;
    private long[] found = new long[256];
    private long[] sorted = new long[0];
    private int[] next = new int[0];
    private int size;

    /** @param base before which no opening starts, in cells */
    Findings(long base) {
        this.base = base;
    }

    /** @throws IllegalStateException for more than can be told apart */
    static int told(int number) {
        if (number > MOST) {
            throw new IllegalStateException("a search tells at most " + MOST + " apart, but there were " + number);
        }
        return number;
    }

    /** After the base, in cells. */
    static int start(long one) {
        return (int) (one >>> 3 * BITS);
    }

    static int scene(long one) {
        return (int) (one >>> 2 * BITS) & MOST - 1;
    }

    static int therapist(long one) {
        return (int) (one >>> BITS) & MOST - 1;
    }

    static int place(long one) {
        return (int) one & MOST - 1;
    }

    int size() {
        return size;
    }

    /**
     * One opening for each start.
     *
     * @param places which place is free then, by the start's distance from {@code starts}' first cell
     */
    void add(Starts starts, int scene, int therapist, short[] places) {
        for (int i = 0; i < starts.words(); i++) {
            int offset = i * Long.SIZE;
            long first = starts.firstCell() + offset - base;
            for (long word = starts.word(i); word != 0; word &= word - 1) {
                int bit = Long.numberOfTrailingZeros(word);
                if (size == found.length) {
                    found = Arrays.copyOf(found, 2 * size);
                }
                found[size++] = ((first + bit << BITS | scene) << BITS | therapist) << BITS | places[offset + bit];
            }
        }
    }

    /**
     * Puts what came from the given index on in order of start, and leaves what starts together in the order it came:
     * counting how many start at each cell is enough to know where each goes.
     *
     * @param first before which none of these starts
     * @param end before which all of them start
     */
    void sort(int index, long first, long end) {
        int cells = Math.toIntExact(end - first);
        int origin = Math.toIntExact(first - base);
        if (next.length <= cells) {
            next = new int[cells + 1];
        }
        Arrays.fill(next, 0, cells + 1, 0);
        for (int i = index; i < size; i++) {
            next[start(found[i]) - origin + 1]++;
        }
        next[0] = index;
        for (int i = 1; i <= cells; i++) {
            next[i] += next[i - 1];
        }
        if (sorted.length < found.length) {
            sorted = new long[found.length];
        }
        System.arraycopy(found, 0, sorted, 0, index);
        for (int i = index; i < size; i++) {
            sorted[next[start(found[i]) - origin]++] = found[i];
        }
        long[] unsorted = found;
        found = sorted;
        sorted = unsorted;
    }

    /**
     * The first of them.
     *
     * @param scenes where they are, null where nothing was found
     * @param session in cells
     */
    Openings openings(int limit, Scene[] scenes, int session) {
        return new Openings(found, Math.min(size, limit), scenes, base, session);
    }
}
