package dev.unknot.common.location;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;

/**
 * Body of {@code POST /api/v1/locations}.
 *
 * @param zone IANA zone whose wall clock the clinic lives by
 */
public record CreateLocation(
        @NotBlank @Size(max = 100) String name,
        @NotNull ZoneId zone,
        @NotNull @Valid Address address,
        @NotBlank @Size(max = 30) String phone,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid WeeklyHours> openingHours) {}
