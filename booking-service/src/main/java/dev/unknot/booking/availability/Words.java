package dev.unknot.booking.availability;

import java.util.Arrays;

/** Stretches of bits in words, the lowest bit of the first word being number 0; what lies beyond the words is cut off. */
final class Words {

    private Words() {}

    static void set(long[] words, int length, long from, long to) {
        long low = Math.max(from, 0);
        long high = Math.min(to, (long) length * Long.SIZE);
        if (low >= high) {
            return;
        }
        int a = (int) (low >> 6);
        int b = (int) (high - 1 >> 6);
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

    static void clear(long[] words, int length, long from, long to) {
        long low = Math.max(from, 0);
        long high = Math.min(to, (long) length * Long.SIZE);
        if (low >= high) {
            return;
        }
        int a = (int) (low >> 6);
        int b = (int) (high - 1 >> 6);
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
