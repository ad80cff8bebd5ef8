package dev.unknot.common.location;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Body of {@code PUT /api/v1/locations/{id}/opening-hours}: the whole week. */
public record PutOpeningHours(
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid WeeklyHours> openingHours) {}
