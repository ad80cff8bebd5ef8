package dev.unknot.notification.message;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text with blanks such as {@code {location}}. A line that begins with {@code [booked]} or {@code [confirmed]} is only
 * for a visit in that state; one with {@code [changed]} or {@code [unknown]} only where it is known what has changed, or
 * where it is not; one with {@code [alike]} or {@code [unlike]} only where the visits are alike but for their start, or where
 * they are not; one with {@code [each]} is repeated for each visit. Several of these stand one after the other.
 *
 * @param locale of the language it is written in
 */
record Template(Locale locale, List<String> lines) {
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

    private static final String BOOKED = "[booked] ";
    private static final String CONFIRMED = "[confirmed] ";
    private static final String CHANGED = "[changed] ";
    private static final String UNKNOWN = "[unknown] ";
    private static final String ALIKE = "[alike] ";
    private static final String UNLIKE = "[unlike] ";
    private static final String EACH = "[each] ";

    List<String> filledWith(Facts facts) {
        return filledWith(new Saying(List.of(new Said(facts, null, null))));
    }

    /** A fact is one line of text, whatever was typed into it: a line break would forge a header or a message. */
    List<String> filledWith(Saying saying) {
        Map<String, String> values = saying.in(locale);
        List<String> changes = saying.changes(locale);
        boolean confirmed = saying.first().confirmed();
        boolean alike = saying.alike();
        return lines.stream()
                .flatMap(line -> when(confirmed, CONFIRMED, line))
                .flatMap(line -> when(!confirmed, BOOKED, line))
                .flatMap(line -> when(!changes.isEmpty(), CHANGED, line))
                .flatMap(line -> when(changes.isEmpty(), UNKNOWN, line))
                .flatMap(line -> when(alike, ALIKE, line))
                .flatMap(line -> when(!alike, UNLIKE, line))
                .flatMap(line -> line.startsWith(EACH)
                        ? saying.each(locale).stream().map(each -> fill(line.substring(EACH.length()), each))
                        : Stream.of(fill(line, values)))
                .toList();
    }

    private static Stream<String> when(boolean holds, String condition, String line) {
        if (!line.startsWith(condition)) {
            return Stream.of(line);
        }
        return holds ? Stream.of(line.substring(condition.length())) : Stream.empty();
    }

    /** A fact that ends with a full stop, as a German date does, ends its sentence with that one. */
    private static String fill(String line, Map<String, String> values) {
        return BLANK.matcher(line).replaceAll(blank -> {
            String value = value(blank.group(1), values);
            boolean twice = value.endsWith(".") && line.startsWith(".", blank.end());
            return Matcher.quoteReplacement(twice ? value.substring(0, value.length() - 1) : value);
        });
    }

    private static String value(String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("a template asks for {" + name + "}, which no text can say");
        }
        return value.replaceAll("\\p{Cntrl}+", " ");
    }
}
