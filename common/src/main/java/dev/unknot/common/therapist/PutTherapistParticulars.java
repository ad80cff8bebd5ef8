package dev.unknot.common.therapist;

import dev.unknot.common.text.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Body of {@code PUT /api/v1/therapists/{id}/particulars}: who the therapist is. */
public record PutTherapistParticulars(
        @NotBlank @OneLine @Size(max = 100) String name,
        @NotNull Gender gender) {}
