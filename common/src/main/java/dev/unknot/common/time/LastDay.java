package dev.unknot.common.time;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * Body of the calls that end something for good: {@code PUT /api/v1/therapists/{id}/leaving},
 * {@code PUT /api/v1/locations/{id}/rooms/{roomId}/withdrawal} and {@code PUT /api/v1/treatments/{id}/end-of-sale}.
 *
 * @param lastDay by the clock of each location
 */
public record LastDay(@NotNull LocalDate lastDay) {}
