package dev.unknot.frontdesk.board;

import static dev.unknot.common.appointment.AppointmentStatus.BOOKED;
import static dev.unknot.common.appointment.AppointmentStatus.CANCELLED;
import static dev.unknot.common.appointment.AppointmentStatus.CHECKED_IN;
import static dev.unknot.common.appointment.AppointmentStatus.COMPLETED;
import static dev.unknot.common.appointment.AppointmentStatus.CONFIRMED;
import static dev.unknot.common.appointment.AppointmentStatus.IN_SESSION;
import static dev.unknot.common.appointment.AppointmentStatus.NO_SHOW;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.platform.problem.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the desk does with a visit as it goes. Which buttons are shown follows from this; whether it is done, booking-service
 * decides.
 */
public enum Step {
    CONFIRMATION("confirmation", "Confirm", Set.of(BOOKED)),
    CHECK_IN("check-in", "Check in", Set.of(BOOKED, CONFIRMED)),
    SESSION("session", "Start session", EnumSet.of(BOOKED, CONFIRMED, CHECKED_IN)),
    COMPLETION("completion", "Complete", Set.of(CHECKED_IN, IN_SESSION)),
    NO_SHOW_UP("no-show", "No-show", Set.of(BOOKED, CONFIRMED)),
    UNDO("undo", "Undo", Set.of(CHECKED_IN, IN_SESSION, COMPLETED, NO_SHOW, CANCELLED));

    private final String path;
    private final String words;
    private final Set<AppointmentStatus> from;

    Step(String path, String words, Set<AppointmentStatus> from) {
        this.path = path;
        this.words = words;
        this.from = from;
    }

    /** By its {@link #path}. */
    public static Step named(String path) {
        return Arrays.stream(values())
                .filter(step -> step.path.equals(path))
                .findFirst()
                .orElseThrow(Step::unknown);
    }

    public static Rejection unknown() {
        return Rejection.notFound("not-found", "There is nothing of this name to do with a visit.");
    }

    /**
     * In the order of a visit.
     *
     * @param grace how long after the start the client is waited for
     */
    public static List<Step> possible(AppointmentView appointment, Instant now, Duration grace) {
        return Arrays.stream(values())
                .filter(step -> step.from.contains(appointment.status()) && step.inTime(appointment, now, grace))
                .toList();
    }

    /** As booking-service's address ends. */
    public String path() {
        return path;
    }

    public String words() {
        return words;
    }

    private boolean inTime(AppointmentView appointment, Instant now, Duration grace) {
        return switch (this) {
            case CONFIRMATION -> now.isBefore(appointment.end());
            case CHECK_IN, SESSION -> today(appointment, now);
            case COMPLETION -> true;
            case NO_SHOW_UP -> !now.isBefore(appointment.start().plus(grace));
            case UNDO ->
                appointment.status() == CANCELLED ? now.isBefore(appointment.start()) : today(appointment, now);
        };
    }

    private static boolean today(AppointmentView appointment, Instant now) {
        return now.atZone(appointment.zone())
                .toLocalDate()
                .equals(appointment.localStart().toLocalDate());
    }
}
