package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.KnockOnView;

/**
 * What a session that runs late runs into.
 *
 * @param what a client's name, or that it is none the desk may see
 * @param from when it was to start, on the wall clock
 * @param to when it could start instead
 * @param movable whether it can be moved back at all
 */
public record KnockOn(String what, String from, String to, boolean movable) {

    static KnockOn of(KnockOnView view, String what, WallTime clock) {
        return new KnockOn(what, clock.time(view.start()), clock.time(view.earliestStart()), view.movable());
    }

    public String words() {
        return from + " " + Isolated.of(what) + (movable ? ": back to " + to : ": cannot be moved back");
    }
}
