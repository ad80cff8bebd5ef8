package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.platform.problem.Rejection;

/** Refusals of a step in an appointment's life, because of where it stands or what time it is. */
final class Standing {

    private Standing() {}

    /** That it stands as {@code status} is what stands in the way. */
    static Rejection is(AppointmentStatus status) {
        return switch (status) {
            case HELD -> Rejection.conflict("not-booked", "This time is held and not booked yet.");
            case BOOKED -> Rejection.conflict("not-checked-in", "The client has not been checked in.");
            case CONFIRMED -> Rejection.conflict("already-confirmed", "This appointment has been confirmed before.");
            case CHECKED_IN -> Rejection.conflict("already-checked-in", "The client has been checked in before.");
            case IN_SESSION -> Rejection.conflict("already-in-session", "The session is under way.");
            case COMPLETED -> Rejection.conflict("already-completed", "The session is over.");
            case NO_SHOW -> Rejection.conflict("already-missed", "The client did not come to this appointment.");
            case CANCELLED -> Rejection.conflict("already-cancelled", "This appointment has been cancelled before.");
            case EXPIRED -> Rejection.conflict("hold-expired", "This time is no longer held.");
        };
    }

    static Rejection holdBooked() {
        return Rejection.conflict("hold-booked", "The time that was held has been booked before.");
    }

    static Rejection holdNotYours() {
        return Rejection.forbidden("hold-not-yours", "Somebody else holds this time.");
    }

    static Rejection alreadyRenewed() {
        return Rejection.conflict("already-renewed", "This hold has been renewed before, and is renewed once.");
    }

    static Rejection alreadyStarted() {
        return Rejection.conflict("already-started", "This appointment has already begun.");
    }

    static Rejection alreadyOver() {
        return Rejection.conflict("already-over", "The time of this appointment has passed.");
    }

    static Rejection notStarted() {
        return Rejection.conflict("not-started", "This appointment has not begun; the client may still come.");
    }

    static Rejection notToday() {
        return Rejection.conflict("not-today", "This appointment is on another day.");
    }

    static Rejection nothingToUndo() {
        return Rejection.conflict("nothing-to-undo", "There is no step of today that could be taken back.");
    }

    static Rejection noChange() {
        return noChange("start");
    }

    static Rejection noChange(String field) {
        return Rejection.invalid("no-change", "The appointment is already like that.", field);
    }
}
