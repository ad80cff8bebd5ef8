package dev.unknot.notification.reply;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A phone's word that its owner reacted to a message, as phones send it to those that show no reactions: {@code Liked
 * “…”}, {@code Reacted 👍 to “…”}, {@code 👍 to “…”}, {@code Gefällt „…“}, {@code Hat mit 👍 auf „…“ reagiert}.
 */
final class Reaction {
    private static final Pattern REACTION = Pattern.compile(
            "^[\\s\\p{Cf}]*(?<how>[^“”„\"«»]{0,60}?)[\\s\\p{Cf}]*[“”„\"«»](?<quoted>.*)[“”„\"«»][\\s\\p{Cf}]*(?<end>[\\p{L}"
                    + " ]{0,20}?)\\.?\\s*$",
            Pattern.DOTALL);

    private static final Pattern LIKES = Pattern.compile("liked|loved|gefällt( mir)?|mag|liebt|geliebt");
    private static final Pattern SMILES = Pattern.compile(
            "laughed at|emphasi[sz]ed|lacht(e)? über|betont(e)?|hervorgehoben|removed .*|.*entfernt|gefällt( mir)?"
                    + " nicht mehr");
    private static final Pattern MINDS =
            Pattern.compile("disliked|questioned|gefällt( mir)? nicht|fragt( nach)?|hinterfragt|stellt in frage");

    /** A sign and who shows it: no letters but these. */
    private static final Pattern SIGN = Pattern.compile(
            "(reacted|reagiert|reagierte|hat|mit|reagiert mit|reagierte mit|hat mit)? ?(?<sign>[^\\p{L}\\p{N}]{1,12})"
                    + " ?(to|auf)( reagiert)?");

    private static final Set<String> GLAD =
            Set.of("👍", "❤", "♥", "😍", "🥰", "👌", "✅", "✔", "🙏", "😊", "🙂", "💯", "🎉");
    private static final Set<String> NOT_GLAD = Set.of("👎", "❓", "❔", "😢", "😭", "😡", "😠", "🤔", "😕", "🙁", "☹");

    /** The message it reacted to asked for a C. */
    private static final Pattern ASKED = Pattern.compile(
            "\\bC\\b.{0,40}(confirm|bestätig)|(confirm|bestätig).{0,40}\\bC\\b",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Reaction() {}

    /** A reaction that agrees counts only where it agrees with the question. Null: it is not a reaction. */
    static @Nullable Meaning meaning(String text) {
        Matcher reaction = REACTION.matcher(text);
        if (!reaction.matches()) {
            return null;
        }
        String how =
                (reaction.group("how") + " " + reaction.group("end")).strip().toLowerCase(Locale.ROOT);
        boolean asked = ASKED.matcher(reaction.group("quoted")).find();
        if (MINDS.matcher(how).matches()) {
            return Meaning.UNCLEAR;
        }
        if (SMILES.matcher(how).matches()) {
            return Meaning.NOTHING;
        }
        if (LIKES.matcher(how).matches()) {
            return asked ? Meaning.AGREE : Meaning.NOTHING;
        }
        Matcher sign = SIGN.matcher(how);
        return sign.matches() && sign.group("sign").codePoints().anyMatch(Character::isEmoji)
                ? meaning(plain(sign.group("sign")), asked)
                : null;
    }

    private static Meaning meaning(String sign, boolean asked) {
        if (NOT_GLAD.contains(sign)) {
            return Meaning.UNCLEAR;
        }
        return asked && GLAD.contains(sign) ? Meaning.AGREE : Meaning.NOTHING;
    }

    /** Without the colour of its skin, and without marks nobody sees. */
    private static String plain(String sign) {
        return sign.codePoints()
                .filter(point -> !Character.isEmojiModifier(point)
                        && Character.getType(point) != Character.NON_SPACING_MARK
                        && Character.getType(point) != Character.FORMAT
                        && !Character.isWhitespace(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
