package dev.unknot.booking.client;

import static java.util.stream.Collectors.joining;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSetSpanner;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Brings what is written and what is typed to one form: the words of a text without case, accents, apostrophes and other
 * punctuation, in plain Latin letters where the script is Latin. Other scripts stay themselves.
 */
final class Folding {

    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFKDInstance();
    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();

    /** Letters with a stroke or a hook, ligatures and sharp s; the decomposition knows only accents. */
    private static final Transliterator LATIN = Transliterator.getInstance("Latin-ASCII");

    /** Apostrophes of all kinds belong to the word; format characters, such as those that turn the direction, to nobody. */
    private static final UnicodeSetSpanner UNSEEN = spanner(
            "[[:Cf:]\\u0027\\u0060\\u00B4\\u02B9\\u02BB\\u02BC\\u02BE\\u02BF\\u2018\\u2019\\u201B\\u2032\\u05F3\\u05F4\\u0640\\uA78C\\uFF07]");

    /** In other scripts, such as Thai or Devanagari, they are letters. */
    private static final UnicodeSetSpanner ACCENTS =
            spanner("[[:Mn:]&[[:sc=Latn:][:sc=Grek:][:sc=Cyrl:][:sc=Hebr:][:sc=Arab:][:sc=Zinh:]]-[\\u3099\\u309A]]");

    /** What stands between words; the rest is part of an email address. */
    private static final UnicodeSetSpanner BETWEEN_WORDS = spanner("[[:P:][:S:][:Z:][:Cc:]-[@._]]");

    /** Keyboards differ in these letters: Persian and Arabic, and what Azerbaijani types for its schwa. */
    private static final Map<Character, Character> ALIKE =
            Map.of('\u0649', '\u064a', '\u06cc', '\u064a', '\u06a9', '\u0643', '\u0629', '\u0647', '\u0259', 'e');

    private static final Pattern DOT_AT_THE_END = Pattern.compile("\\.+(?=\\s|$)");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Folding() {}

    /** None of them is empty. */
    static List<String> words(String text) {
        String seen = UNSEEN.deleteFrom(text);
        String plain = COMPOSED.normalize(ACCENTS.deleteFrom(DECOMPOSED.normalize(seen)));
        String folded = UCharacter.foldCase(LATIN.transliterate(plain), true);
        // What the transliteration writes in ASCII may be an apostrophe or a dash again.
        String apart = BETWEEN_WORDS.replaceFrom(UNSEEN.deleteFrom(folded), " ");
        String ended = DOT_AT_THE_END.matcher(digits(alike(apart))).replaceAll("");
        return Arrays.stream(BLANKS.split(ended))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The same with the digits of every script as 0 to 9. */
    static String digits(String text) {
        return text.codePoints()
                .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A character may be a whole name in it. */
    static boolean isOfSyllables(String word) {
        return word.codePoints().anyMatch(point -> switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
            default -> false;
        });
    }

    /**
     * In ASCII alone, other letters as an upper-case letter and three hex digits of their UTF-16 code: the trigrams of
     * PostgreSQL know only ASCII where the locale of the database is C.
     */
    static String ascii(String folded) {
        return folded.chars().mapToObj(Folding::ascii).collect(joining());
    }

    private static String ascii(int unit) {
        return unit < 0x80
                ? String.valueOf((char) unit)
                : (char) ('G' + (unit >> 12)) + String.format("%03X", unit & 0xfff);
    }

    private static String alike(String text) {
        return text.chars()
                .mapToObj(unit -> ALIKE.getOrDefault((char) unit, (char) unit))
                .map(String::valueOf)
                .collect(joining());
    }

    private static UnicodeSetSpanner spanner(String pattern) {
        return new UnicodeSetSpanner(new UnicodeSet(pattern).freeze());
    }
}
