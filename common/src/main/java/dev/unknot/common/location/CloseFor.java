package dev.unknot.common.location;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;

/**
 * Body of {@code POST /api/v1/locations/{id}/closures}: in {@code [start, end)} the location is not open, whatever its
 * opening hours say. Also of {@code POST /api/v1/locations/{id}/rooms/{roomId}/outages}: then a room cannot be used.
 *
 * @param start on the five-minute grid
 * @param end on the five-minute grid, at most 366 days after {@code start}
 * @param cause a code, such as {@code holiday}, {@code repair}; not announced
 */
public record CloseFor(
        @NotNull Instant start,
        @NotNull Instant end,

        @NotBlank @Pattern(regexp = "[a-z-]{1,40}", message = "must be a code of a-z and -")
        String cause) {}
