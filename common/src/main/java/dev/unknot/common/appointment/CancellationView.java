package dev.unknot.common.appointment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an appointment was called off.
 *
 * @param cause a code, as in {@link CancelAppointment}
 * @param note in the words of staff, for staff: null for anyone else, and where there is none
 * @param late whether it came within the location's cancellation window
 * @param actor {@code role:subject} of who did it
 */
public record CancellationView(
        Instant at, String actor, String cause, @Nullable String note, Boolean late) {

    public CancellationView {
        // Missing in answers kept from before it was told.
        late = late != null && late;
    }

    /** Without the words, which may speak of a person. */
    @Override
    public String toString() {
        return "CancellationView[at=" + at + ", cause=" + cause + "]";
    }
}
