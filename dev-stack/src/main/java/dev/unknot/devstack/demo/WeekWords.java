package dev.unknot.devstack.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Hours as people write them: {@code MON-FRI 09:00-17:00}, with a place after them for a shift.
 *
 * @param place empty where none was named
 */
record WeekWords(List<DayOfWeek> days, LocalTime start, LocalTime end, String place) {

    private static final Pattern WORDS =
            Pattern.compile("([A-Z]{3})(?:-([A-Z]{3}))? (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)(?: ([a-z-]+))?");

    static WeekWords of(String words) {
        Matcher matcher = WORDS.matcher(words);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("hours are like 'MON-FRI 09:00-17:00', but were '" + words + "'");
        }
        DayOfWeek first = day(matcher.group(1));
        DayOfWeek last = matcher.group(2) == null ? first : day(matcher.group(2));
        List<DayOfWeek> days = IntStream.rangeClosed(first.getValue(), last.getValue())
                .mapToObj(DayOfWeek::of)
                .toList();
        return new WeekWords(
                days,
                LocalTime.parse(matcher.group(3)),
                LocalTime.parse(matcher.group(4)),
                matcher.group(5) == null ? "" : matcher.group(5));
    }

    private static DayOfWeek day(String word) {
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> day.name().toUpperCase(Locale.ROOT).startsWith(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no day of the week"));
    }
}
