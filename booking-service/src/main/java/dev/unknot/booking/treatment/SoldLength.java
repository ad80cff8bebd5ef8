package dev.unknot.booking.treatment;

import dev.unknot.common.money.Money;
import dev.unknot.common.treatment.Offer;
import jakarta.persistence.Embeddable;

/**
 * A length a treatment is sold in, as the table keeps it.
 *
 * @param amount price in minor units
 */
@Embeddable
record SoldLength(int minutes, long amount, String currency) {

    static SoldLength of(Offer offer) {
        return new SoldLength(
                offer.minutes(), offer.price().amount(), offer.price().currency());
    }

    Offer offer() {
        return new Offer(minutes, new Money(amount, currency));
    }
}
