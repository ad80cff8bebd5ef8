package dev.unknot.common.location;

import dev.unknot.common.text.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/locations}.
 *
 * @param zone IANA zone whose wall clock the clinic lives by
 * @param phone in international form, or as it is dialled in the country of {@code address}
 * @param email where answers to its mails go; null: to the chain's
 */
public record CreateLocation(
        @NotBlank @OneLine @Size(max = 100) String name,
        @NotNull ZoneId zone,
        @NotNull @Valid Address address,
        @NotBlank @Size(max = 30) String phone,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid WeeklyHours> openingHours,
        @Nullable @Size(max = 254) String email) {

    /** Whose mails are answered to the chain. */
    public CreateLocation(String name, ZoneId zone, Address address, String phone, List<WeeklyHours> openingHours) {
        this(name, zone, address, phone, openingHours, null);
    }
}
