package dev.unknot.booking.appointment;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.appointment.CancellationView;
import dev.unknot.platform.security.Caller;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an appointment was called off.
 *
 * @param actor {@code role:subject}
 * @param cause a code
 * @param note in words, for staff only
 * @param late whether less than the location's cancellation window was left, and it was the client who would not come
 */
record Cancellation(
        Instant at, String actor, String cause, @Nullable String note, boolean late) {

    static Cancellation of(
            Appointment appointment, CancelAppointment command, Caller caller, Instant now, Duration window) {
        boolean clients = caller.is(Role.CLIENT) || command.ofTheClient();
        boolean late = now.isAfter(appointment.start().minus(window));
        return new Cancellation(now, caller.actor(), command.cause(), command.note(), clients && late);
    }

    CancellationView view(boolean forStaff) {
        return new CancellationView(at, actor, cause, forStaff ? note : null, late);
    }

    /** Without the words, which may speak of a person. */
    @Override
    public String toString() {
        return "Cancellation[at=" + at + ", cause=" + cause + "]";
    }
}
