package dev.unknot.common.therapist;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;

/**
 * Body of {@code POST /api/v1/therapists/{id}/time-off}: in {@code [start, end)} the therapist does not work anywhere,
 * whatever their patterns and overrides say.
 *
 * @param start on the five-minute grid
 * @param end on the five-minute grid, at most 366 days after {@code start}
 * @param cause a code, such as {@code sick}, {@code holiday}, {@code training}; not announced
 */
public record TakeTimeOff(
        @NotNull Instant start,
        @NotNull Instant end,

        @NotBlank @Pattern(regexp = "[a-z-]{1,40}", message = "must be a code of a-z and -")
        String cause) {}
