package dev.unknot.common.location;

import dev.unknot.common.text.OneLine;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * Body of {@code POST /api/v1/locations/{id}/rooms}, and, as the whole room, of
 * {@code PUT /api/v1/locations/{id}/rooms/{roomId}}.
 *
 * @param places sessions at once, 1 to 20
 * @param turnoverMinutes 0 to 240, a multiple of 5
 */
public record CreateRoom(
        @NotBlank @OneLine @Size(max = 100) String name,

        @NotNull @Size(max = 20)
        Set<@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}", message = "must be a code of a-z, 0-9 and -") String>
                capabilities,

        @Min(1) @Max(20) int places,
        @Min(0) @Max(240) int turnoverMinutes) {}
