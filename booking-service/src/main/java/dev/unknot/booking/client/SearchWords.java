package dev.unknot.booking.client;

import dev.unknot.platform.problem.Rejection;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody types to find a client, as {@code LIKE} patterns all of which must match. Three letters and more are found
 * anywhere in a word, fewer only where a word begins: the index knows nothing shorter.
 */
record SearchWords(List<String> patterns) {

    static final int LONGEST = 100;

    private static final int ANYWHERE = 3;
    private static final int WORDS_AT_MOST = 5;
    private static final Pattern NUMBER = Pattern.compile("[0-9 ()/.+-]*");
    private static final Pattern NOT_DIALLED_ABROAD = Pattern.compile("^0+");

    static SearchWords of(String typed) {
        String text = typed.strip();
        if (text.length() < 2 || text.length() > LONGEST) {
            throw Rejection.malformed(
                    "invalid-parameter", "A client is looked for by 2 to " + LONGEST + " letters.", "q");
        }
        return new SearchWords(words(text).stream().map(SearchWords::pattern).toList());
    }

    /** A number is one word however it is punctuated, and without the zeros that are not part of it from abroad. */
    private static List<String> words(String text) {
        String digits = text.replaceAll("\\D", "");
        return NUMBER.matcher(text).matches() && digits.length() >= ANYWHERE
                ? List.of(NOT_DIALLED_ABROAD.matcher(digits).replaceFirst(""))
                : Arrays.stream(text.split("\\s+")).limit(WORDS_AT_MOST).toList();
    }

    private static String pattern(String word) {
        String literal = word.replaceAll("([\\\\%_])", "\\\\$1");
        return (word.length() < ANYWHERE ? "% " : "%") + literal + "%";
    }

    /** Without the words: they are a person's. */
    @Override
    public String toString() {
        return "SearchWords[…]";
    }
}
