package dev.unknot.booking.availability;

/** The index is still being filled. */
public final class NotReady extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotReady() {
        super("The schedules are still being read; try again in a moment.", null, false, false);
    }
}
