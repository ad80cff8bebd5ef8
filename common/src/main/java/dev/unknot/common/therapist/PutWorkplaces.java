package dev.unknot.common.therapist;

import dev.unknot.common.location.LocationId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * Body of {@code PUT /api/v1/therapists/{id}/locations}: all at which the therapist is employed from now on.
 *
 * @param locations only there can they be given shifts, and only there are shifts worked that they have been given
 */
public record PutWorkplaces(
        @NotNull @Size(min = 1, max = 20) Set<@NotNull LocationId> locations) {}
