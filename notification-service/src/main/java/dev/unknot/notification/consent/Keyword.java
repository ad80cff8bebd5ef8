package dev.unknot.notification.consent;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a client asks for with a message of one word; the words are those US carriers agreed on (CTIA). */
enum Keyword {
    STOP,
    START,
    HELP;

    private static final Map<String, Keyword> WORDS = Map.ofEntries(
            Map.entry("STOP", STOP),
            Map.entry("STOPALL", STOP),
            Map.entry("UNSUBSCRIBE", STOP),
            Map.entry("CANCEL", STOP),
            Map.entry("END", STOP),
            Map.entry("QUIT", STOP),
            Map.entry("OPTOUT", STOP),
            Map.entry("REVOKE", STOP),
            Map.entry("START", START),
            Map.entry("UNSTOP", START),
            Map.entry("HELP", HELP));

    /** The whole message counts: "stop by at 10" asks for nothing. Case, spaces and punctuation do not matter. */
    static Optional<Keyword> in(String body) {
        String word = body.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(WORDS.get(word));
    }
}
