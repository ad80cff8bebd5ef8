package dev.unknot.devstack.demo;

import dev.unknot.common.money.Money;
import dev.unknot.common.terms.MenuEntry;
import dev.unknot.common.treatment.Approach;
import dev.unknot.common.treatment.TreatmentView;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a menu as it is written down: {@code SWEDISH 60 USD 120.00}. */
record MenuWords(Approach approach, int minutes, Currency currency, BigDecimal price) {

    private static final Pattern WORDS = Pattern.compile("([A-Z_]+) (\\d+) ([A-Z]{3}) (\\d+\\.\\d{2})");

    static MenuWords of(String words) {
        Matcher parts = WORDS.matcher(words);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "a line of a menu looks like SWEDISH 60 USD 120.00, and not like: " + words);
        }
        return new MenuWords(
                Approach.valueOf(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Currency.getInstance(parts.group(3)),
                new BigDecimal(parts.group(4)));
    }

    MenuEntry entry(List<TreatmentView> treatments) {
        TreatmentView treatment = treatments.stream()
                .filter(each -> each.approach() == approach)
                .findFirst()
                .orElseThrow();
        long amount = price.movePointRight(currency.getDefaultFractionDigits()).longValueExact();
        return new MenuEntry(treatment.id(), minutes, new Money(amount, currency.getCurrencyCode()), null);
    }
}
