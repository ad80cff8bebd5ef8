package dev.unknot.common.appointment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an appointment was called off.
 *
 * @param cause a code, as in {@link CancelAppointment}
 * @param note in the words of staff, for staff: null for anyone else, and where there is none
 * @param actor {@code role:subject} of who did it
 */
public record CancellationView(
        Instant at, String actor, String cause, @Nullable String note) {

    /** Without the words, which may speak of a person. */
    @Override
    public String toString() {
        return "CancellationView[at=" + at + ", cause=" + cause + "]";
    }
}
