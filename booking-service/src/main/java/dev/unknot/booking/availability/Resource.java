package dev.unknot.booking.availability;

import java.util.UUID;

/** A therapist, a client or a place in a room, and when it is taken: whoever reads sees it before or after an event. */
final class Resource {

    private final UUID id;
    private volatile Taken taken = Taken.NEVER;
    private boolean kept;

    Resource(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }

    Taken taken() {
        return taken;
    }

    void become(Taken next) {
        taken = next;
    }

    /** From now on others refer to it, so that it stays though nothing is taken. */
    Resource keep() {
        kept = true;
        return this;
    }

    boolean superfluous() {
        return !kept && taken.isEmpty();
    }
}
