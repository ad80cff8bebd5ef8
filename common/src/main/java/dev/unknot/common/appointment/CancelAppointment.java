package dev.unknot.common.appointment;

import dev.unknot.common.text.Prose;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/appointments/{id}/cancellation}.
 *
 * @param cause a code, such as {@code client-asked} or {@code therapist-ill}; announced with the event
 * @param note in words, kept with the appointment and never announced
 */
public record CancelAppointment(
        @NotBlank @Pattern(regexp = "[a-z-]{1,40}", message = "must be a code of a-z and -")
        String cause,

        @Nullable @Prose @Size(max = 500) String note) {

    /** Whether it is the client who will not come, whoever says so; all other causes are the clinic's. */
    public boolean ofTheClient() {
        return cause.startsWith("client-");
    }

    /** Without the words, which may speak of a person. */
    @Override
    public String toString() {
        return "CancelAppointment[cause=" + cause + "]";
    }
}
