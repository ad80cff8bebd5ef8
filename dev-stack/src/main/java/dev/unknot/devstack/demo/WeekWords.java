package dev.unknot.devstack.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Hours as people write them: {@code MON-FRI 09:00-17:00}, with a place after them for a shift, and
 * {@code 1/2} before them for the first week of two.
 *
 * @param week of the rota
 * @param weeks of the rota
 * @param place empty where none was named
 */
record WeekWords(int week, int weeks, List<DayOfWeek> days, LocalTime start, LocalTime end, String place) {

    private static final Pattern WORDS =
            Pattern.compile("(?:(?<week>[1-8])/(?<weeks>[1-8]) )?(?<first>[A-Z]{3})(?:-(?<last>[A-Z]{3}))?"
                    + " (?<start>\\d\\d:\\d\\d)-(?<end>\\d\\d:\\d\\d)(?: (?<place>[a-z-]+))?");

    static WeekWords of(String words) {
        Matcher matcher = WORDS.matcher(words);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("hours are like 'MON-FRI 09:00-17:00', but were '" + words + "'");
        }
        DayOfWeek first = day(matcher.group("first"));
        DayOfWeek last = matcher.group("last") == null ? first : day(matcher.group("last"));
        List<DayOfWeek> days = IntStream.rangeClosed(first.getValue(), last.getValue())
                .mapToObj(DayOfWeek::of)
                .toList();
        return new WeekWords(
                matcher.group("week") == null ? 1 : Integer.parseInt(matcher.group("week")),
                matcher.group("weeks") == null ? 1 : Integer.parseInt(matcher.group("weeks")),
                days,
                LocalTime.parse(matcher.group("start")),
                LocalTime.parse(matcher.group("end")),
                matcher.group("place") == null ? "" : matcher.group("place"));
    }

    /** The weeks of a rota of so many in which the hours are worked: those without a week in each. */
    IntStream weeksOf(int rota) {
        return IntStream.rangeClosed(1, rota).filter(each -> (each - week) % weeks == 0);
    }

    private static DayOfWeek day(String word) {
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> day.name().toUpperCase(Locale.ROOT).startsWith(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no day of the week"));
    }
}
