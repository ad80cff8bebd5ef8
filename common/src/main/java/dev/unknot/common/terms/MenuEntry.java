package dev.unknot.common.terms;

import dev.unknot.common.money.Money;
import dev.unknot.common.treatment.TreatmentId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A treatment in a length, as one location sells it.
 *
 * @param minutes 5 to 480, a multiple of 5; need not be one of the treatment's own offers
 * @param price what the client pays, tax included; at most {@link Money#DEAREST}
 * @param taxPercent the tax on the net price, 0 to 100 with two decimals at most; null: not known here
 */
public record MenuEntry(
        @NotNull TreatmentId treatmentId,
        @Min(5) @Max(480) int minutes,
        @NotNull @Valid Money price,

        @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal taxPercent) {}
