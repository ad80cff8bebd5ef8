package dev.unknot.frontdesk.board;

import static dev.unknot.frontdesk.board.Step.CHECK_IN;
import static dev.unknot.frontdesk.board.Step.SESSION;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A client who is checked in, or a session that begins, so long before the visit's time that another visit may have been
 * meant: whoever presses the button is asked first.
 *
 * @param now on the wall clock of the place, as is {@code start}
 * @param start the visit's
 */
public record Early(AppointmentId visit, Step step, String now, String start) {

    /** Clients come a little before their time. */
    private static final Duration A_LITTLE = Duration.ofMinutes(15);

    /** Whether a step can come too early at all; of the others nothing has to be known. */
    static boolean concerns(Step step) {
        return step == CHECK_IN || step == SESSION;
    }

    /**
     * Null: there is nothing to ask.
     *
     * @param grace how long the location waits for a client who is late; as long before the start nobody is early
     */
    static @Nullable Early of(Step step, AppointmentView visit, Instant now, Duration grace) {
        boolean asked = Step.possible(visit, now, grace).contains(step) && is(now, visit.start(), grace);
        WallTime clock = new WallTime(visit.zone());
        return asked ? new Early(visit.id(), step, clock.time(now), clock.time(visit.start())) : null;
    }

    static boolean is(Instant at, Instant start, Duration grace) {
        Duration patience = grace.compareTo(A_LITTLE) > 0 ? grace : A_LITTLE;
        return at.isBefore(start.minus(patience));
    }

    /** How long before, such as {@code 1 h 30 min}. */
    static String ahead(Instant at, Instant start) {
        long minutes = Duration.between(at, start).toMinutes();
        String rest = minutes % 60 == 0 ? "" : minutes % 60 + " min";
        return (minutes < 60 ? rest : minutes / 60 + " h " + rest).strip();
    }

    public String sentence() {
        return "It is " + now + ", and the visit begins at " + start + ".";
    }

    /** What the button says that takes the step all the same. */
    public String anyway() {
        return (step == CHECK_IN ? "Check in at " : "Start the session at ") + now;
    }
}
