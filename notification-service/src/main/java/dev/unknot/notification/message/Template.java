package dev.unknot.notification.message;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with blanks such as {@code {location}}.
 *
 * @param locale of the language it is written in
 */
record Template(Locale locale, List<String> lines) {
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

    /** A fact is one line of text, whatever was typed into it: a line break would forge a header or a message. */
    List<String> filledWith(Facts facts) {
        Map<String, String> values = facts.in(locale);
        return lines.stream().map(line -> fill(line, values)).toList();
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
