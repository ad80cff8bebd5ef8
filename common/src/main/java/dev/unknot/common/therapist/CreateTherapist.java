package dev.unknot.common.therapist;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.text.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/therapists}.
 *
 * @param locations where they are employed; only there can they be given shifts
 */
public record CreateTherapist(
        @NotBlank @OneLine @Size(max = 100) String name,
        @NotNull Gender gender,

        @NotNull @Size(min = 1, max = 20)
        Set<@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}", message = "must be a code of a-z, 0-9 and -") String> skills,

        @Nullable LocalDate licensedUntil,
        @NotNull @Size(min = 1, max = 20) Set<@NotNull LocationId> locations) {}
