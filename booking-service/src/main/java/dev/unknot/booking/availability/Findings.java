package dev.unknot.booking.availability;

import java.util.Arrays;
import java.util.List;

/** Collects what a search finds, each opening in one long, and puts it in order of start without comparing. */
final class Findings {

    /** How many locations, therapists and places of one location can be told apart; each far above what there is. */
    static final int MOST = 1 << 14;

    private static final int BITS = 14;

    private final long base;
    private long[] found = new long[64];
    private long[] sorted = new long[0];
    private int size;

    /** @param base before which no opening starts, in cells */
    Findings(long base) {
        this.base = base;
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

    void add(long start, int scene, int therapist, int place) {
        if (size == found.length) {
            found = Arrays.copyOf(found, 2 * size);
        }
        found[size++] = ((start - base << BITS | scene) << BITS | therapist) << BITS | place;
    }

    /**
     * Puts what came from the given index on in order of start, and leaves what starts together in the order it came:
     * counting how many start at each cell is enough to know where each goes.
     *
     * @param first before which none of these starts
     * @param end before which all of them start
     */
    void sort(int index, long first, long end) {
        int[] next = new int[Math.toIntExact(end - first) + 1];
        for (int i = index; i < size; i++) {
            next[offset(found[i], first) + 1]++;
        }
        next[0] = index;
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        if (sorted.length < found.length) {
            sorted = new long[found.length];
        }
        System.arraycopy(found, 0, sorted, 0, index);
        for (int i = index; i < size; i++) {
            sorted[next[offset(found[i], first)]++] = found[i];
        }
        long[] unsorted = found;
        found = sorted;
        sorted = unsorted;
    }

    private int offset(long one, long first) {
        return (int) ((one >>> 3 * BITS) + base - first);
    }

    /** @param session in cells */
    Openings openings(int limit, List<Scene> scenes, int session) {
        return new Openings(found, Math.min(size, limit), scenes, base, session);
    }

    static long start(long one) {
        return one >>> 3 * BITS;
    }
}
