package dev.unknot.notification.reply;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client means by a message, in English and German. The whole message counts, so that "stop by at 10" and "yes,
 * but later" are left to a person. The words to opt out and in are those US carriers agreed on (CTIA); a plain yes
 * confirms, though some gateways take it for START.
 */
final class Wording {
    private static final Map<String, Meaning> WORDS = Map.ofEntries(
            Map.entry("STOP", Meaning.STOP),
            Map.entry("STOPALL", Meaning.STOP),
            Map.entry("UNSUBSCRIBE", Meaning.STOP),
            Map.entry("CANCEL", Meaning.STOP),
            Map.entry("END", Meaning.STOP),
            Map.entry("QUIT", Meaning.STOP),
            Map.entry("OPTOUT", Meaning.STOP),
            Map.entry("REVOKE", Meaning.STOP),
            Map.entry("STOPP", Meaning.PLEASE_STOP),
            Map.entry("ABMELDEN", Meaning.PLEASE_STOP),
            Map.entry("START", Meaning.START),
            Map.entry("UNSTOP", Meaning.START),
            Map.entry("HELP", Meaning.HELP),
            Map.entry("INFO", Meaning.HELP),
            Map.entry("HILFE", Meaning.HELP));

    private static final Set<String> YES = Set.of(
            "c",
            "y",
            "yes",
            "yep",
            "yeah",
            "yup",
            "confirm",
            "confirmed",
            "i confirm",
            "yes i will",
            "yes i do",
            "i will be there",
            "ill be there",
            "i will come",
            "ill come",
            "im coming",
            "i am coming",
            "well be there",
            "we will be there",
            "i can make it",
            "see you at my appointment",
            "j",
            "ja",
            "jo",
            "jep",
            "jup",
            "jawohl",
            "bestätigt",
            "bestätigen",
            "bestätige",
            "ich bestätige",
            "hiermit bestätige ich",
            "termin bestätigt",
            "ich bestätige den termin",
            "ich komme",
            "wir kommen",
            "komme",
            "ich bin da",
            "bin da",
            "wir sind da",
            "ich werde da sein",
            "termin passt",
            "der termin passt",
            "ich nehme den termin wahr",
            "ich sage zu");

    private static final Set<String> FINE = Set.of(
            "ok",
            "okay",
            "okey",
            "oki",
            "k",
            "kk",
            "all right",
            "alright",
            "sure",
            "great",
            "perfect",
            "fine",
            "thats fine",
            "good",
            "all good",
            "sounds good",
            "sounds great",
            "works",
            "that works",
            "works for me",
            "see you",
            "see you then",
            "see you there",
            "see you soon",
            "see you tomorrow",
            "see you later",
            "will do",
            "got it",
            "absolutely",
            "of course",
            "👍",
            "👌",
            "✅",
            "✔",
            "🆗",
            "passt",
            "passt mir",
            "passt gut",
            "passt so",
            "passt perfekt",
            "das passt",
            "ist ok",
            "ist okay",
            "in ordnung",
            "geht klar",
            "alles klar",
            "alles gut",
            "gut",
            "super",
            "prima",
            "perfekt",
            "gern",
            "gerne",
            "klar",
            "na klar",
            "einverstanden",
            "bis dann",
            "bis morgen",
            "bis bald",
            "bis gleich",
            "bis später",
            "freue mich",
            "ich freue mich",
            "wunderbar");

    private static final Set<String> THANKS = Set.of(
            "thanks",
            "thank you",
            "thank you so much",
            "thank you very much",
            "thanks a lot",
            "thanks so much",
            "many thanks",
            "thx",
            "ty",
            "cheers",
            "danke",
            "danke sehr",
            "danke schön",
            "dankeschön",
            "vielen dank",
            "vielen lieben dank",
            "herzlichen dank",
            "danke ihnen",
            "danke dir",
            "danke für die erinnerung",
            "danke für die info",
            "thanks for the reminder",
            "thank you for the reminder",
            "merci",
            "🙏",
            "😊",
            "🙂",
            "😀",
            "😃",
            "😄",
            "😁",
            "☺",
            "😉",
            "❤",
            "🎉");

    private static final Set<String> AROUND = Set.of(
            "please",
            "bitte",
            "hi",
            "hello",
            "hey",
            "hallo",
            "guten morgen",
            "guten tag",
            "guten abend",
            "good morning",
            "good afternoon",
            "good evening",
            "and",
            "und",
            "lg",
            "vg",
            "mfg",
            "liebe grüße",
            "viele grüße",
            "beste grüße",
            "kind regards",
            "best regards",
            "regards",
            "bye",
            "tschüss",
            "schönen tag",
            "have a nice day",
            "have a great day");

    private static final int LONGEST_PHRASE = 5;

    /** Over the words in lower case, without apostrophes and without "please". */
    private static final List<Pattern> PLEASE_STOP = List.of(
            words("stopp?|unsubscribe"),
            words("(stop|quit) (texting|messaging|sending|writing|contacting|bothering|spamming)( to)?( me| us)?"
                    + "( any| more| these| your| the)*( texts?| messages?| sms| text messages| reminders)?"
                    + "( again| anymore| any more| now)?"),
            words("stop( the| these| this| your| all)*( texts| messages| sms| text messages| reminders| spam| it|"
                    + " this| now)"),
            words("(i want )?no (more|further) (texts?|messages?|sms|text messages|reminders)( from you)?( again)?"),
            words("i (dont|do not) want( to (get|receive|have))?( any| more| these| your)*"
                    + " (texts?|messages?|sms|text messages|reminders)( from you)?( anymore| any more)?"),
            words("(dont|do not|never) (text|message|write|contact|sms|send)( to)?( me| us| this number)?( any| more)*"
                    + "( texts?| messages?| sms| reminders)?( again| anymore| any more| ever again)?"),
            words("(remove|take) (me|my number|this number)( off| from)( the| your| this)? (list|texts|messages)"),
            words("(remove me|unsubscribe me|opt me out|opt out|i want to (unsubscribe|opt out)|leave me alone)"),
            words("(ich (möchte|will|wünsche|brauche) )?keine( weiteren?)?"
                    + " (sms|nachrichten|erinnerungen|mitteilungen)( mehr)?( von ihnen)?( bekommen| erhalten|"
                    + " schicken| senden| haben| empfangen)?"),
            words("(schicken|senden|schick|sende) (sie )?mir (keine( weiteren?)? (sms|nachrichten|erinnerungen)("
                    + " mehr)?|nichts mehr)"),
            words("(schreiben sie|schreib|schreibt) (mir|uns) (nicht|keine (sms|nachrichten)) mehr"),
            words("(hören sie|hör|hört) auf( mir| mich)?( (sms|nachrichten))?( zu"
                    + " (schreiben|schicken|senden|belästigen))?"),
            words("(mir )?(nicht|nichts) mehr (schreiben|schicken|senden|kontaktieren)"),
            words("(ich (möchte|will) )?(mich )?(abmelden|abbestellen|austragen)"),
            words("(sms|nachrichten|erinnerungen) (abbestellen|stoppen|abstellen|beenden|abmelden)"),
            words("(melden sie|meld|meldet) mich ab"),
            words("(lassen sie|lass|lasst) mich in ruhe"));

    private Wording() {}

    static Meaning meaning(String body) {
        String text = Normalizer.normalize(body, Normalizer.Form.NFC);
        Meaning word = WORDS.get(text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT));
        if (word != null) {
            return word;
        }
        Meaning reaction = Reaction.meaning(text);
        if (reaction != null) {
            return reaction;
        }
        List<String> said = said(text);
        if (asksToStop(said)) {
            return Meaning.PLEASE_STOP;
        }
        Meaning meaning = meaning(said);
        return meaning == Meaning.CONFIRM || text.indexOf('?') < 0 ? meaning : Meaning.UNCLEAR;
    }

    private static boolean asksToStop(List<String> said) {
        String words = said.stream()
                .filter(word -> !word.equals("please") && !word.equals("bitte"))
                .collect(joining(" "));
        return PLEASE_STOP.stream().anyMatch(pattern -> pattern.matcher(words).matches());
    }

    /** Made of known phrases from end to end, the longest first; the strongest counts. */
    private static Meaning meaning(List<String> said) {
        Set<Meaning> found = EnumSet.noneOf(Meaning.class);
        int from = 0;
        while (from < said.size()) {
            int to = Math.min(said.size(), from + LONGEST_PHRASE);
            while (to > from && !known(phrase(said, from, to), found)) {
                to--;
            }
            if (to == from) {
                return Meaning.UNCLEAR;
            }
            from = to;
        }
        return found.stream().min(Meaning::compareTo).orElse(Meaning.UNCLEAR);
    }

    private static boolean known(String phrase, Set<Meaning> found) {
        if (AROUND.contains(phrase)) {
            return true;
        }
        @Nullable
        Meaning meaning = YES.contains(phrase)
                ? Meaning.CONFIRM
                : FINE.contains(phrase) ? Meaning.AGREE : THANKS.contains(phrase) ? Meaning.NOTHING : null;
        if (meaning != null) {
            found.add(meaning);
        }
        return meaning != null;
    }

    private static String phrase(List<String> said, int from, int to) {
        return String.join(" ", said.subList(from, to));
    }

    /** Words in lower case without apostrophes, and signs such as a thumb each for itself. */
    private static List<String> said(String text) {
        StringBuilder spaced = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(sign -> {
            if (Character.isLetterOrDigit(sign)) {
                spaced.appendCodePoint(sign);
            } else if (Character.isEmoji(sign) && !Character.isEmojiModifier(sign)) {
                spaced.append(' ').appendCodePoint(sign).append(' ');
            } else if (!isPartOfAWord(sign)) {
                spaced.append(' ');
            }
        });
        List<String> words = new ArrayList<>(List.of(spaced.toString().strip().split(" +")));
        words.removeIf(String::isEmpty);
        return words;
    }

    /** An apostrophe, or what changes the look of a sign before it. */
    private static boolean isPartOfAWord(int sign) {
        return "'’`´".indexOf(sign) >= 0
                || Character.isEmojiModifier(sign)
                || Character.getType(sign) == Character.NON_SPACING_MARK
                || Character.getType(sign) == Character.FORMAT;
    }

    private static Pattern words(String expression) {
        return Pattern.compile(expression);
    }
}
