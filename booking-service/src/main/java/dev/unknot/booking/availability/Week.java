package dev.unknot.booking.availability;

/** The cells of one {@link Page page's} time at which a location's places and therapists can be had and are not taken for good. */
final class Week {

    private final long[] words;

    Week(int rows) {
        words = new long[rows * Page.WORDS];
    }

    Week(Week other) {
        words = other.words.clone();
    }

    /** For who has made it and not yet shown it. */
    void derive(int row, int number, Cells base, Taken taken) {
        long start = (long) number * Page.WORDS;
        base.copy(start, words, row * Page.WORDS, Page.WORDS);
        taken.clearLasting(start, words, row * Page.WORDS, Page.WORDS);
    }

    void copy(int row, int from, long[] into, int at, int length) {
        System.arraycopy(words, row * Page.WORDS + from, into, at, length);
    }
}
