package dev.unknot.booking.availability;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is taken of a resource for good in 32 words of time, about a week: stretches in order of start. Events of two
 * appointments may come in either order, so stretches can overlap for a while.
 */
final class Page {

    static final int WORDS = 32;
    static final int CELLS = WORDS * Long.SIZE;

    private static final long[] NO_SPANS = {};
    private static final Engagement[] NOBODY = {};

    private final long start;
    private final long[] spans;
    private final Engagement[] by;

    private Page(long start, long[] spans, Engagement[] by) {
        this.start = start;
        this.spans = spans;
        this.by = by;
    }

    static Page empty(int number) {
        return new Page((long) number * CELLS, NO_SPANS, NOBODY);
    }

    static int number(long cell) {
        return Math.toIntExact(Math.floorDiv(cell, (long) CELLS));
    }

    static int ofWord(long word) {
        return Math.toIntExact(Math.floorDiv(word, (long) WORDS));
    }

    Page with(Engagement engagement, long from, long to) {
        long span = from << Integer.SIZE | (to & 0xFFFF_FFFFL);
        int found = Arrays.binarySearch(spans, span);
        int at = found < 0 ? -found - 1 : found;
        long[] more = new long[spans.length + 1];
        System.arraycopy(spans, 0, more, 0, at);
        more[at] = span;
        System.arraycopy(spans, at, more, at + 1, spans.length - at);
        Engagement[] moreBy = new Engagement[by.length + 1];
        System.arraycopy(by, 0, moreBy, 0, at);
        moreBy[at] = engagement;
        System.arraycopy(by, at, moreBy, at + 1, by.length - at);
        return new Page(start, more, moreBy);
    }

    /** Null when nothing is left. */
    @Nullable
    Page without(Engagement engagement) {
        int left = 0;
        for (Engagement each : by) {
            left += each == engagement ? 0 : 1;
        }
        if (left == by.length) {
            return this;
        }
        if (left == 0) {
            return null;
        }
        long[] fewer = new long[left];
        Engagement[] fewerBy = new Engagement[left];
        for (int i = 0, next = 0; i < by.length; i++) {
            if (by[i] != engagement) {
                fewer[next] = spans[i];
                fewerBy[next++] = by[i];
            }
        }
        return new Page(start, fewer, fewerBy);
    }

    /**
     * Clears what is taken.
     *
     * @param first number of the word {@code free[at]}, counted from the epoch
     */
    void clear(long first, long[] free, int at, int length) {
        long origin = first * Long.SIZE;
        for (long span : spans) {
            Words.clear(free, at, length, from(span) - origin, to(span) - origin);
        }
    }

    /** Those that touch {@code [from, to)}, in order; one that begins on a page before only when {@code first}. */
    void forEach(long from, long to, boolean first, Consumer<Stretch> action) {
        for (int i = 0; i < spans.length && from(spans[i]) < to; i++) {
            if (to(spans[i]) > from && (first || from(spans[i]) >= start)) {
                action.accept(new Stretch(by[i], from(spans[i]), to(spans[i])));
            }
        }
    }

    private static long from(long span) {
        return span >> Integer.SIZE;
    }

    private static long to(long span) {
        return (int) span;
    }
}
