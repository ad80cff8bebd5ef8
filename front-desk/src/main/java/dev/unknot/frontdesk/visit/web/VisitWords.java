package dev.unknot.frontdesk.visit.web;

import dev.unknot.common.location.LocationView;
import dev.unknot.common.money.Money;
import dev.unknot.common.time.TimeWords;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.Locale;

/** Days, times and money as the client's language writes them where the clinic is: 2:30 PM in New York, 14:30 in Berlin. */
final class VisitWords {

    private final TimeWords times;
    private final Locale locale;

    VisitWords(Locale language, LocationView clinic) {
        this.times = TimeWords.of(language, clinic.address().country());
        this.locale = times.locale();
    }

    String day(LocalDate date) {
        return times.day(date);
    }

    String time(TemporalAccessor local) {
        return times.time(local);
    }

    /** The zone's name as it is called at that time, so that nobody reads it as their own. */
    String zone(ZonedDateTime at) {
        return DateTimeFormatter.ofPattern("zzzz", locale).format(at);
    }

    String price(Money price) {
        Currency currency = Currency.getInstance(price.currency());
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(BigDecimal.valueOf(price.amount(), currency.getDefaultFractionDigits()));
    }
}
