package dev.unknot.common.time;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Days and times as a language writes them in a country (CLDR, which the JDK has): 2:30 PM in New York, 14:30 in Berlin. A
 * client's page, mail and text all write through it, so that they say the same.
 */
public record TimeWords(Locale locale) {

    /** @param country ISO 3166-1 alpha-2 of the location; null: unknown, and the language decides */
    public static TimeWords of(Locale language, @Nullable String country) {
        return new TimeWords(country == null ? language : Locale.of(language.getLanguage(), country));
    }

    /** Such as {@code 14:30}. */
    public String time(TemporalAccessor local) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(local);
    }

    /** In full, with the year: {@code Tuesday, 24 November 2026}. */
    public String day(TemporalAccessor date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(date);
    }

    /** As short as it stays clear: {@code Tue, 24 Nov}; no language but German is safe with the month as a number. */
    public String shortDay(TemporalAccessor date) {
        String fields = locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? "MEd" : "MMMEd";
        return DateTimeFormatter.ofLocalizedPattern(fields).withLocale(locale).format(date);
    }
}
