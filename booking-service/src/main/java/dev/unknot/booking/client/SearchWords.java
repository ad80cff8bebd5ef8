package dev.unknot.booking.client;

import dev.unknot.platform.problem.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody types to find a client, as {@code LIKE} patterns all of which {@link SearchText} must match. Three letters and
 * more are found anywhere in a word, fewer only where a word begins: the index knows nothing shorter. A script of syllables has
 * names of one character, which are found anywhere.
 */
record SearchWords(List<String> patterns) {

    static final int LONGEST = 100;

    private static final int SHORTEST = 2;
    private static final int ANYWHERE = 3;
    private static final int WORDS_AT_MOST = 5;

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern OF_A_NUMBER = Pattern.compile("[0-9()/.+\\u2010-\\u2015-]+");
    private static final Pattern LINK = Pattern.compile("^tel:", Pattern.CASE_INSENSITIVE);

    /** The zero that is dialled at home only, as in +43 (0)660. */
    private static final Pattern ZERO_AT_HOME = Pattern.compile("\\(0\\)");

    /** What is dialled before a number at home or to go abroad: 0, 00, 011 in America, 8 in Russia, 06 in Hungary. */
    private static final Pattern DIALLED_FIRST = Pattern.compile("^(011|06(?=[0-9]{8,9}$)|0+|8(?=[0-9]{10}$))");

    static SearchWords of(String typed) {
        String text = typed.strip();
        if (text.length() <= LONGEST) {
            List<String> words = words(text);
            String all = String.join("", words);
            if (all.codePointCount(0, all.length()) >= SHORTEST || Folding.isOfSyllables(all)) {
                return new SearchWords(words.stream()
                        .limit(WORDS_AT_MOST)
                        .map(SearchWords::pattern)
                        .toList());
            }
        }
        throw Rejection.malformed("invalid-parameter", "A client is looked for by 2 to " + LONGEST + " letters.", "q");
    }

    /** A number is one word however it is punctuated, beside a name or alone. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder number = new StringBuilder();
        for (String part : BLANKS.split(LINK.matcher(Folding.digits(text)).replaceFirst(""))) {
            if (OF_A_NUMBER.matcher(part).matches()) {
                number.append(part);
            } else {
                words.addAll(Folding.words(part));
            }
        }
        return Stream.concat(words.stream(), dialled(number.toString()).stream())
                .toList();
    }

    private static List<String> dialled(String number) {
        String digits = ZERO_AT_HOME.matcher(number).replaceAll("").replaceAll("[^0-9]", "");
        return digits.length() < ANYWHERE
                ? Folding.words(number)
                : List.of(DIALLED_FIRST.matcher(digits).replaceFirst(""));
    }

    private static String pattern(String word) {
        String literal = Folding.ascii(word).replaceAll("([\\\\%_])", "\\\\$1");
        boolean anywhere = word.length() >= ANYWHERE || Folding.isOfSyllables(word);
        return (anywhere ? "%" : "% ") + literal + "%";
    }

    /** Without the words: they are a person's. */
    @Override
    public String toString() {
        return "SearchWords[…]";
    }
}
