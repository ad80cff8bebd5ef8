package dev.unknot.notification.message;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Map;
import java.util.Set;

/**
 * What an SMS can carry: 160 characters of the GSM 7-bit alphabet, or 70 of any other (3GPP TS 23.038). A longer text goes out
 * in parts, each less by what joins them: 153 characters, or 67 (TS 23.040, section 9.2.3.24.1).
 */
final class GsmText {
    private static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Reached by an escape, so each takes the room of two. */
    private static final String EXTENSION = "^{}\\[~]|€";

    private static final Map<Character, String> PLAIN = Map.ofEntries(
            Map.entry('’', "'"),
            Map.entry('‘', "'"),
            Map.entry('‚', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('„', "\""),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('…', "..."),
            Map.entry('\u00a0', " "),
            Map.entry('\u202f', " "));

    /** Letters with a stroke or without a dot, ligatures and signs; the decomposition knows only accents. */
    private static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII");

    /** Scripts whose letters the alphabet stands for: Latin, and the signs that all have. */
    private static final Set<UnicodeScript> LATIN = Set.of(UnicodeScript.LATIN, UnicodeScript.COMMON);

    private GsmText() {}

    /**
     * The same text without the accents, letters and dashes the alphabet lacks, if that makes it fit; a text in another script
     * stays as it is, since one such character costs the short alphabet anyway.
     */
    static String of(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(character -> plain.append(plain((char) character)));
        return inAlphabet(plain) ? plain.toString() : text;
    }

    /** The same text in its own letters, with plain spaces and quotes. */
    static String inUnicode(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(letter -> plain.append(PLAIN.getOrDefault((char) letter, String.valueOf((char) letter))));
        return plain.toString();
    }

    /** Whether the alphabet has every letter of it; quotes, dashes and spaces aside. */
    static boolean carries(String text) {
        return inAlphabet(inUnicode(text));
    }

    static boolean fitsOneSms(String text) {
        return parts(text) == 1;
    }

    /** How many SMS it takes. A part ends before a letter of two, never within. */
    static int parts(String text) {
        boolean short7 = inAlphabet(text);
        int room = short7 ? septets(text) : text.length();
        if (room <= (short7 ? 160 : 70)) {
            return 1;
        }
        int part = short7 ? 153 : 67;
        int parts = 1;
        int used = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int letter = short7 ? septets(text.substring(at, at + 1)) : Character.charCount(text.codePointAt(at));
            if (used + letter > part) {
                parts++;
                used = 0;
            }
            used += letter;
        }
        return parts;
    }

    private static String plain(char character) {
        if (inAlphabet(character)) {
            return String.valueOf(character);
        }
        String replaced = PLAIN.get(character);
        if (replaced != null) {
            return replaced;
        }
        String bare = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return LATIN.contains(UnicodeScript.of(character)) && !inAlphabet(bare) ? ASCII.transliterate(bare) : bare;
    }

    private static boolean inAlphabet(CharSequence text) {
        return text.chars().allMatch(character -> inAlphabet((char) character));
    }

    private static boolean inAlphabet(char character) {
        return ALPHABET.indexOf(character) >= 0 || EXTENSION.indexOf(character) >= 0;
    }

    private static int septets(String text) {
        return text.chars()
                .map(character -> EXTENSION.indexOf(character) >= 0 ? 2 : 1)
                .sum();
    }
}
