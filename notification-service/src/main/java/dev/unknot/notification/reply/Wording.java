package dev.unknot.notification.reply;

import dev.unknot.common.message.Answer;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * What a client means by a message of one word. The words to opt out and in are those US carriers agreed on (CTIA); a plain
 * yes confirms, though some gateways take it for START.
 */
final class Wording {
    private static final Map<String, Answer> WORDS = Map.ofEntries(
            Map.entry("C", Answer.CONFIRM),
            Map.entry("CONFIRM", Answer.CONFIRM),
            Map.entry("CONFIRMED", Answer.CONFIRM),
            Map.entry("YES", Answer.CONFIRM),
            Map.entry("Y", Answer.CONFIRM),
            Map.entry("JA", Answer.CONFIRM),
            Map.entry("J", Answer.CONFIRM),
            Map.entry("BESTÄTIGT", Answer.CONFIRM),
            Map.entry("BESTÄTIGEN", Answer.CONFIRM),
            Map.entry("STOP", Answer.STOP),
            Map.entry("STOPALL", Answer.STOP),
            Map.entry("UNSUBSCRIBE", Answer.STOP),
            Map.entry("CANCEL", Answer.STOP),
            Map.entry("END", Answer.STOP),
            Map.entry("QUIT", Answer.STOP),
            Map.entry("OPTOUT", Answer.STOP),
            Map.entry("REVOKE", Answer.STOP),
            Map.entry("STOPP", Answer.STOP),
            Map.entry("ABMELDEN", Answer.STOP),
            Map.entry("START", Answer.START),
            Map.entry("UNSTOP", Answer.START),
            Map.entry("HELP", Answer.HELP));

    private Wording() {}

    /** The whole message counts: "stop by at 10" asks for nothing. Case, spaces and punctuation do not matter. */
    static Answer meaning(String body) {
        String word = Normalizer.normalize(body, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toUpperCase(Locale.ROOT);
        return WORDS.getOrDefault(word, Answer.UNCLEAR);
    }
}
