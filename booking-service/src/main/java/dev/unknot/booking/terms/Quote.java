package dev.unknot.booking.terms;

import dev.unknot.common.appointment.AddOn;
import dev.unknot.common.money.Money;
import dev.unknot.common.terms.LocationTermsSnapshot;
import dev.unknot.common.terms.Menu;
import dev.unknot.common.terms.MenuAddOn;
import dev.unknot.common.terms.MenuEntry;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.problem.Rejection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a visit costs by a location's terms as they now are.
 *
 * @param price of all who take part, tax and add-ons included
 * @param tax the part of it that is tax; null: not known of some part
 * @param addOns as agreed on, with what each costs all who take part
 */
public record Quote(Money price, @Nullable Money tax, List<AddOn> addOns) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Quote {
        addOns = List.copyOf(addOns);
    }

    /**
     * Empty: the location does not sell the treatment in that length.
     *
     * @param minutes of the treatment, without add-ons
     * @param clients who each pay for themselves, at least 1
     * @param codes of the add-ons, each once; one that the location does not give is refused
     */
    public static Optional<Quote> of(
            LocationTermsSnapshot terms, TreatmentSnapshot treatment, int minutes, int clients, List<String> codes) {
        List<MenuAddOn> chosen = chosen(terms.menu(), codes);
        return part(terms.menu(), treatment, minutes).map(session -> {
            List<Part> parts = new ArrayList<>(List.of(session));
            chosen.forEach(addOn -> parts.add(new Part(addOn.price(), addOn.taxPercent())));
            return new Quote(
                    sum(parts.stream().map(Part::price).toList(), clients),
                    tax(parts, clients),
                    chosen.stream().map(addOn -> agreed(addOn, clients)).toList());
        });
    }

    /** By how much the add-ons lengthen the session. */
    public int addedMinutes() {
        return addOns.stream().mapToInt(AddOn::minutes).sum();
    }

    private static Optional<Part> part(@Nullable Menu menu, TreatmentSnapshot treatment, int minutes) {
        if (menu != null) {
            return menu.entry(treatment.id(), minutes)
                    .map((MenuEntry entry) -> new Part(entry.price(), entry.taxPercent()));
        }
        return treatment.offers().stream()
                .filter(offer -> offer.minutes() == minutes)
                .findFirst()
                .map((Offer offer) -> new Part(offer.price(), null));
    }

    private static List<MenuAddOn> chosen(@Nullable Menu menu, List<String> codes) {
        Set<String> seen = new HashSet<>();
        List<MenuAddOn> chosen = new ArrayList<>();
        for (String code : codes) {
            String field = "addOns[" + chosen.size() + "]";
            if (!seen.add(code)) {
                throw Rejection.invalid("add-on-twice", "Each add-on is given once.", field);
            }
            chosen.add(Optional.ofNullable(menu)
                    .flatMap(of -> of.addOn(code))
                    .orElseThrow(() -> Rejection.invalid(
                            "unknown-add-on", "The location does not give " + code + " on top.", field)));
        }
        return chosen;
    }

    private static AddOn agreed(MenuAddOn addOn, int clients) {
        return new AddOn(addOn.code(), addOn.name(), addOn.minutes(), sum(List.of(addOn.price()), clients));
    }

    private static Money sum(List<Money> prices, int clients) {
        long sum = prices.stream().mapToLong(Money::amount).sum();
        return new Money(Math.multiplyExact(sum, clients), prices.getFirst().currency());
    }

    private static @Nullable Money tax(List<Part> parts, int clients) {
        long sum = 0;
        for (Part part : parts) {
            BigDecimal percent = part.taxPercent();
            if (percent == null) {
                return null;
            }
            sum += tax(part.price().amount(), percent);
        }
        return new Money(
                Math.multiplyExact(sum, clients), parts.getFirst().price().currency());
    }

    /** Of a gross price: what remains of it when the net is rounded to the minor unit, half up. */
    private static long tax(long gross, BigDecimal percent) {
        BigDecimal net =
                BigDecimal.valueOf(gross).multiply(HUNDRED).divide(HUNDRED.add(percent), 0, RoundingMode.HALF_UP);
        return gross - net.longValueExact();
    }

    private record Part(Money price, @Nullable BigDecimal taxPercent) {}
}
