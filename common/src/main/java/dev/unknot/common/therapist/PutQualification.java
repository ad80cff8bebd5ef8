package dev.unknot.common.therapist;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/v1/therapists/{id}/qualification}: all they may give, at every location.
 *
 * @param skills all of them
 * @param licensedUntil the last day, by the clock of each location; null: without end
 */
public record PutQualification(
        @NotNull @Size(min = 1, max = 20)
        Set<@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}", message = "must be a code of a-z, 0-9 and -") String> skills,

        @Nullable LocalDate licensedUntil) {}
