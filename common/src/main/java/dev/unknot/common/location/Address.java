package dev.unknot.common.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.unknot.common.text.OneLine;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param postalCode empty where the country has none
 * @param country ISO 3166-1 alpha-2
 * @param latitude in degrees, WGS 84, north of the equator positive; null: unknown
 * @param longitude in degrees, WGS 84, east of Greenwich positive; null together with {@code latitude} only
 */
public record Address(
        @NotBlank @OneLine @Size(max = 200) String street,

        @JsonProperty(isRequired = OptBoolean.FALSE) @OneLine @Size(max = 20)
        String postalCode,

        @NotBlank @OneLine @Size(max = 100) String city,

        @NotBlank @Pattern(regexp = "[A-Z]{2}", message = "must be a two-letter ISO 3166 country code")
        String country,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @DecimalMin("-90") @DecimalMax("90")
        Double latitude,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @DecimalMin("-180") @DecimalMax("180")
        Double longitude) {

    public Address {
        // Left out where the country has none.
        postalCode = postalCode == null ? "" : postalCode.strip();
    }

    /** Postal code and city, as they stand on one line. */
    public String town() {
        return (postalCode + " " + city).strip();
    }

    /** Of which nobody has said where on the globe it is. */
    public Address(String street, String postalCode, String city, String country) {
        this(street, postalCode, city, country, null, null);
    }
}
