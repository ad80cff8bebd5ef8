package dev.unknot.common.appointment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/**
 * Body of {@code POST /api/v1/appointments/{id}/cancellation}.
 *
 * @param cause a code, such as {@code client-asked} or {@code therapist-ill}; announced with the event
 */
public record CancelAppointment(
        @NotBlank @Pattern(regexp = "[a-z-]{1,40}", message = "must be a code of a-z and -")
        String cause) {}
