package dev.unknot.common.location;

import dev.unknot.common.text.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/v1/locations/{id}/particulars}: what clients know the location by.
 *
 * @param phone in international form, or as it is dialled in the country of the location
 * @param email where answers to its mails go; null: to the chain's
 */
public record PutLocationParticulars(
        @NotBlank @OneLine @Size(max = 100) String name,
        @NotBlank @Size(max = 30) String phone,
        @Nullable @Size(max = 254) String email) {}
