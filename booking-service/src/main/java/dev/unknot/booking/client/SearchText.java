package dev.unknot.booking.client;

import dev.unknot.common.contact.EmailAddress;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a client is found by, each word after a blank: the words of the name, the other ways they are spelled, email and phone.
 * A search compares it with {@link SearchWords}, which are folded alike.
 */
final class SearchText {

    /** Raised when the same person gives another text; {@link SearchUpkeep} then writes all anew. */
    static final short VERSION = 2;

    /** German and Scandinavian letters as they are spelled where a keyboard lacks them. */
    private static final List<Spelling> SPELLED_OUT = List.of(
            new Spelling("[äæ]", "ae"),
            new Spelling("[öø]", "oe"),
            new Spelling("ü", "ue"),
            new Spelling("å", "aa"),
            new Spelling("đ", "dj"));

    /** And back: who is written Mueller is typed Müller, which folds to muller. */
    private static final List<Spelling> DRAWN_TOGETHER = List.of(
            new Spelling("ae", "a"),
            new Spelling("oe", "o"),
            new Spelling("ue", "u"),
            new Spelling("aa", "a"),
            new Spelling("dj", "d"));

    private record Spelling(Pattern letters, String other) {

        Spelling(String letters, String other) {
            this(Pattern.compile(letters, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), other);
        }
    }

    private SearchText() {}

    /** @param phone E.164 */
    static String of(String name, @Nullable String email, @Nullable String phone) {
        Set<String> words = new LinkedHashSet<>(namings(name));
        if (email != null) {
            words.addAll(Folding.words(email));
            words.addAll(Folding.words(EmailAddress.keyOf(email)));
        }
        if (phone != null) {
            words.add(phone.substring(1));
        }
        return words.stream().map(Folding::ascii).collect(Collectors.joining(" ", " ", ""));
    }

    /** A folded word, alike whether an umlaut was drawn or spelled out. */
    static String drawnTogether(String word) {
        return spelled(word, DRAWN_TOGETHER);
    }

    private static Set<String> namings(String name) {
        List<String> words = Folding.words(name);
        Set<String> all = new LinkedHashSet<>(words);
        all.addAll(Folding.words(spelled(Normalizer.normalize(name, Normalizer.Form.NFC), SPELLED_OUT)));
        words.forEach(word -> all.add(drawnTogether(word)));
        if (words.size() > 1) {
            // Anne-Marie is typed Annemarie, and 李 小龍 without the blank.
            all.add(String.join("", words));
        }
        return all;
    }

    private static String spelled(String text, List<Spelling> spellings) {
        String spelled = text;
        for (Spelling spelling : spellings) {
            spelled = spelling.letters().matcher(spelled).replaceAll(spelling.other());
        }
        return spelled;
    }
}
