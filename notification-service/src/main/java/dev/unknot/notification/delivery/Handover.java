package dev.unknot.notification.delivery;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * The moment in one call at which the gateway gets hold of the message. Before it, the call can be given up as if it had
 * never been made; after it, only the gateway knows. The gateway's port and whoever waits for it decide together: the
 * first of them wins.
 */
public final class Handover {
    private enum State {
        AHEAD,
        DONE,
        GIVEN_UP
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.AHEAD);
    private final BooleanSupplier tooLate;

    /** @param tooLate whether somebody else may send the message by now; asked at the last moment */
    public Handover(BooleanSupplier tooLate) {
        this.tooLate = tooLate;
    }

    /** Asked by the port right before the gateway can take the message; if false, the port keeps it back. */
    public boolean begin() {
        if (tooLate.getAsBoolean()) {
            giveUp();
            return false;
        }
        return state.compareAndSet(State.AHEAD, State.DONE);
    }

    /** True if the gateway does not have the message and will not get it by this call. */
    public boolean giveUp() {
        return state.compareAndSet(State.AHEAD, State.GIVEN_UP) || givenUp();
    }

    public boolean givenUp() {
        return state.get() == State.GIVEN_UP;
    }

    /** Whether the gateway may have the message. */
    public boolean done() {
        return state.get() == State.DONE;
    }
}
