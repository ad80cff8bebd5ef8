package dev.unknot.common.treatment;

import dev.unknot.common.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A length a treatment is sold in.
 *
 * @param minutes 5 to 480, a multiple of 5
 * @param price at most {@link Money#DEAREST}
 */
public record Offer(
        @Min(5) @Max(480) int minutes, @NotNull @Valid Money price) {}
