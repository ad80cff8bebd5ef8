package dev.unknot.common.money;

import jakarta.validation.constraints.Max;
import java.util.Currency;

/**
 * An amount in a currency's minor unit.
 *
 * @param amount in minor units (cents), not negative; of what is asked for one thing at most {@link #DEAREST}
 * @param currency ISO 4217 code of what one can pay with: neither {@code XXX} nor gold
 */
public record Money(@Max(Money.DEAREST) long amount, String currency) {

    /** A price above is a slip of the pen; prices up to it can be added up and multiplied without overflow. */
    public static final long DEAREST = 100_000_000_000L;

    public Money {
        if (amount < 0) {
            throw new IllegalArgumentException("an amount is not negative, but was " + amount);
        }
        if (!isPaidIn(currency)) {
            throw new IllegalArgumentException(
                    "a currency is an ISO 4217 code to pay with, but was '" + currency + "'");
        }
    }

    /** Only such a currency has minor units. */
    private static boolean isPaidIn(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}
