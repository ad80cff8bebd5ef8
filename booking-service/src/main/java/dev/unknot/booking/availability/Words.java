package dev.unknot.booking.availability;

import java.util.Arrays;

/** Stretches of bits in some of the words of an array, the lowest bit of the first of them being number 0; the rest is cut off. */
final class Words {

    private Words() {}

    /**
     * @param at the first of the words
     * @param length how many they are
     */
    static void set(long[] words, int at, int length, long from, long to) {
        long low = Math.max(from, 0);
        long high = Math.min(to, (long) length * Long.SIZE);
        if (low >= high) {
            return;
        }
        int a = at + (int) (low >> 6);
        int b = at + (int) (high - 1 >> 6);
        long head = -1L << low;
        long tail = -1L >>> -high;
        if (a == b) {
            words[a] |= head & tail;
            return;
        }
        words[a] |= head;
        Arrays.fill(words, a + 1, b, -1);
        words[b] |= tail;
    }

    /** As {@link #set}. */
    static void clear(long[] words, int at, int length, long from, long to) {
        long low = Math.max(from, 0);
        long high = Math.min(to, (long) length * Long.SIZE);
        if (low >= high) {
            return;
        }
        int a = at + (int) (low >> 6);
        int b = at + (int) (high - 1 >> 6);
        long head = -1L << low;
        long tail = -1L >>> -high;
        if (a == b) {
            words[a] &= ~(head & tail);
            return;
        }
        words[a] &= ~head;
        Arrays.fill(words, a + 1, b, 0);
        words[b] &= ~tail;
    }
}
