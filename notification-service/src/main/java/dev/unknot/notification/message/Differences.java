package dev.unknot.notification.message;

import dev.unknot.common.money.Money;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/** What is different of a visit from what was said of it before, in words: "60 min instead of 30 min". */
final class Differences {
    /** Each with a phrase of its own. */
    private static final List<String> PLAIN = List.of("treatment", "therapist", "location");

    private final Map<String, String> now;
    private final Map<String, String> before;
    private final ResourceBundle words;
    private final Locale locale;

    private Differences(Map<String, String> now, Map<String, String> before, Locale locale) {
        this.now = now;
        this.before = before;
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                "texts.differences", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** In the order in which they matter; empty where nothing is known of before. */
    static List<String> of(Said said, Locale locale) {
        Said before = said.before();
        if (before == null) {
            return List.of();
        }
        return new Differences(said.facts().in(locale), before.facts().in(locale), locale)
                .all(said.price(), before.price());
    }

    /** The same for a line of its own that says when it is: when it was to be, and what else; empty if nothing is different. */
    static String instead(Said said, Locale locale) {
        Said before = said.before();
        if (before == null) {
            return "";
        }
        Differences differences =
                new Differences(said.facts().in(locale), before.facts().in(locale), locale);
        List<String> all = new ArrayList<>(differences.all(said.price(), before.price()));
        if (differences.moved()) {
            all.set(0, differences.word("was", differences.moment(differences.before)));
        }
        return all.isEmpty() ? "" : " (" + String.join(", ", all) + ")";
    }

    private List<String> all(@Nullable Money price, @Nullable Money priceBefore) {
        List<String> all = new ArrayList<>();
        if (moved()) {
            all.add(
                    differs("day")
                            ? word("instead", moment(now), moment(before))
                            : word("instead", value(now, "time"), value(before, "time")));
        }
        if (differs("minutes")) {
            all.add(word("minutes", value(now, "minutes"), value(before, "minutes")));
        }
        PLAIN.stream().filter(this::differs).map(this::instead).forEach(all::add);
        if (price != null && priceBefore != null && !price.equals(priceBefore)) {
            all.add(word("instead", written(price), written(priceBefore)));
        }
        return List.copyOf(all);
    }

    private boolean moved() {
        return differs("day") || differs("time");
    }

    private String instead(String fact) {
        return word(fact, value(now, fact), value(before, fact));
    }

    private String moment(Map<String, String> facts) {
        return word("moment", value(facts, "day"), value(facts, "time"));
    }

    private boolean differs(String fact) {
        return !value(now, fact).equals(value(before, fact));
    }

    private static String value(Map<String, String> facts, String fact) {
        return Objects.requireNonNull(facts.get(fact), fact);
    }

    private String word(String key, Object... values) {
        return new MessageFormat(words.getString(key), locale).format(values);
    }

    /** Without cents where there are none. */
    private String written(Money money) {
        Currency currency = Currency.getInstance(money.currency());
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        BigDecimal amount = BigDecimal.valueOf(money.amount(), digits);
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(whole ? 0 : digits);
        format.setMaximumFractionDigits(whole ? 0 : digits);
        return format.format(amount);
    }
}
