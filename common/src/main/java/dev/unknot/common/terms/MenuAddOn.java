package dev.unknot.common.terms;

import dev.unknot.common.money.Money;
import dev.unknot.common.text.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something a location gives on top of a treatment.
 *
 * @param code such as {@code hot-stones}
 * @param minutes by which it lengthens the session, 0 to 240, a multiple of 5
 * @param price what the client pays, tax included; at most {@link Money#DEAREST}
 * @param taxPercent the tax on the net price, 0 to 100 with two decimals at most; null: not known here
 */
public record MenuAddOn(
        @NotNull @Pattern(regexp = "[a-z0-9-]{1,40}", message = "must be a code of a-z, 0-9 and -")
        String code,

        @NotBlank @OneLine @Size(max = 100) String name,
        @Min(0) @Max(240) int minutes,
        @NotNull @Valid Money price,

        @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal taxPercent) {}
