package dev.unknot.common.location;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Body of {@code PUT /api/v1/locations/{id}/particulars}: what clients know the location by. */
public record PutLocationParticulars(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 30) String phone) {}
