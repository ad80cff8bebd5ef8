package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.CancellationView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an appointment was called off.
 *
 * @param actor {@code role:subject}
 * @param cause a code
 * @param note in words, for staff only
 */
record Cancellation(
        Instant at, String actor, String cause, @Nullable String note) {

    CancellationView view(boolean forStaff) {
        return new CancellationView(at, actor, cause, forStaff ? note : null, false);
    }

    /** Without the words, which may speak of a person. */
    @Override
    public String toString() {
        return "Cancellation[at=" + at + ", cause=" + cause + "]";
    }
}
