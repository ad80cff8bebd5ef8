package dev.unknot.booking.availability;

/**
 * How many come at once, all into one room.
 *
 * @param size each has a place of their own; 1 to {@value #LARGEST}
 * @param therapists how many different ones treat them, some of them several; 1 to {@code size}
 */
public record Party(int size, int therapists) {

    /** As many as one appointment may have. */
    public static final int LARGEST = 8;

    public static final Party ONE = new Party(1, 1);

    public Party {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("a party is of 1 to " + LARGEST + ", but this is of " + size);
        }
        if (therapists < 1 || therapists > size) {
            throw new IllegalArgumentException(
                    "a party of " + size + " is treated by 1 to " + size + ", but this one by " + therapists);
        }
    }

    /** Each of them has a therapist of their own. */
    public static Party each(int size) {
        return new Party(size, size);
    }

    boolean several() {
        return size > 1;
    }
}
