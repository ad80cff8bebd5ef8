package dev.unknot.notification.message;

import java.text.Normalizer;
import java.util.Map;

/** What an SMS can carry: 160 characters of the GSM 7-bit alphabet, or 70 of any other (3GPP TS 23.038). */
final class GsmText {
    private static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Reached by an escape, so each takes the room of two. */
    private static final String EXTENSION = "^{}\\[~]|€";

    private static final Map<Character, String> PLAIN =
            Map.of('’', "'", '‘', "'", '“', "\"", '”', "\"", '–', "-", '—', "-", '…', "...", '\u00a0', " ");

    private GsmText() {}

    /**
     * The same text without the accents and dashes the alphabet lacks, if that makes it fit; a text in another script
     * stays as it is, since one such character costs the short alphabet anyway.
     */
    static String of(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(character -> plain.append(plain((char) character)));
        return inAlphabet(plain) ? plain.toString() : text;
    }

    static boolean fitsOneSms(String text) {
        return inAlphabet(text) ? septets(text) <= 160 : text.length() <= 70;
    }

    private static String plain(char character) {
        if (inAlphabet(character)) {
            return String.valueOf(character);
        }
        String replaced = PLAIN.get(character);
        return replaced != null
                ? replaced
                : Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "");
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
