package dev.unknot.notification.message;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with blanks such as {@code {location}}. A line that begins with {@code [booked]} or {@code [confirmed]} is only
 * for a visit in that state.
 *
 * @param locale of the language it is written in
 */
record Template(Locale locale, List<String> lines) {
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

    private static final String BOOKED = "[booked] ";
    private static final String CONFIRMED = "[confirmed] ";

    /** A fact is one line of text, whatever was typed into it: a line break would forge a header or a message. */
    List<String> filledWith(Facts facts) {
        Map<String, String> values = facts.in(locale);
        String kept = facts.confirmed() ? CONFIRMED : BOOKED;
        String left = facts.confirmed() ? BOOKED : CONFIRMED;
        return lines.stream()
                .filter(line -> !line.startsWith(left))
                .map(line -> line.startsWith(kept) ? line.substring(kept.length()) : line)
                .map(line -> fill(line, values))
                .toList();
    }

    private static String fill(String line, Map<String, String> values) {
        return BLANK.matcher(line).replaceAll(blank -> Matcher.quoteReplacement(value(blank.group(1), values)));
    }

    private static String value(String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("a template asks for {" + name + "}, which no text can say");
        }
        return value.replaceAll("\\p{Cntrl}+", " ");
    }
}
