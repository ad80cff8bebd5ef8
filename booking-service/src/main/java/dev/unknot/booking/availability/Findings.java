package dev.unknot.booking.availability;

import java.util.Arrays;

/** Collects what a search finds, each opening in one long, and puts it in order of start without comparing. */
final class Findings {

    /** Bits for the number of a place, a therapist and a location each. */
    private static final int BITS = 14;

    private static final int MASK = (1 << BITS) - 1;

    private final long base;
    private long[] found;
    private long[] sorted = new long[0];
    private int[] next = new int[0];
    private int size;

    /**
     * @param base before which no opening starts, in cells
     * @param expected about how many there will be
     */
    Findings(long base, int expected) {
        this.base = base;
        this.found = new long[expected];
    }

    /** @throws IllegalStateException for more than can be told apart */
    static int told(int number) {
        if (number > MASK) {
            throw new IllegalStateException("a search tells at most " + MASK + " apart, but there were " + number);
        }
        return number;
    }

    /** After the base, in cells. */
    static int start(long one) {
        return (int) (one >>> 3 * BITS);
    }

    static int scene(long one) {
        return (int) (one >>> 2 * BITS) & MASK;
    }

    static int therapist(long one) {
        return (int) (one >>> BITS) & MASK;
    }

    static int place(long one) {
        return (int) one & MASK;
    }

    /** The same one elsewhere. */
    static long inPlace(long one, int place) {
        return one & ~(long) MASK | place;
    }

    int size() {
        return size;
    }

    /** Notes which place is free at each start. */
    static void place(Starts starts, int place, int[] who) {
        starts.mark(who, 0, place);
    }

    /** Notes beside the place who is free at each start. */
    static void therapist(Starts starts, int therapist, int[] who) {
        starts.mark(who, MASK, therapist << BITS);
    }

    /** One opening for each start, with whom and where was noted for it. */
    void add(Starts starts, int scene, int[] who) {
        add(starts, (long) scene << 2 * BITS, who);
    }

    /** One opening for each start, with this therapist, where only the place was noted. */
    void add(Starts starts, int scene, int therapist, int[] who) {
        add(starts, ((long) scene << BITS | therapist) << BITS, who);
    }

    private void add(Starts starts, long common, int[] who) {
        for (int i = 0; i < starts.words(); i++) {
            long word = starts.word(i);
            if (word == 0) {
                continue;
            }
            makeRoomFor(Long.SIZE);
            int offset = i * Long.SIZE;
            long first = starts.firstCell() + offset - base;
            for (; word != 0; word &= word - 1) {
                int bit = Long.numberOfTrailingZeros(word);
                found[size++] = (first + bit) << 3 * BITS | common | who[offset + bit];
            }
        }
    }

    private void makeRoomFor(int more) {
        if (size + more > found.length) {
            found = Arrays.copyOf(found, 2 * size + more);
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
        } else {
            Arrays.fill(next, 0, cells + 1, 0);
        }
        for (int i = index; i < size; i++) {
            next[start(found[i]) - origin + 1]++;
        }
        next[0] = index;
        for (int i = 1; i <= cells; i++) {
            next[i] += next[i - 1];
        }
        if (sorted.length < size) {
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
