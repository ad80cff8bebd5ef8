package dev.unknot.common.money;

import java.util.Currency;

/**
 * An amount in a currency's minor unit.
 *
 * @param amount in minor units (cents), not negative
 * @param currency ISO 4217 code
 */
public record Money(long amount, String currency) {

    public Money {
        if (amount < 0) {
            throw new IllegalArgumentException("an amount is not negative, but was " + amount);
        }
        try {
            Currency.getInstance(currency);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("a currency is an ISO 4217 code, but was '" + currency + "'", unknown);
        }
    }
}
