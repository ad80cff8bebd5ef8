package dev.unknot.frontdesk.signin;

import dev.unknot.frontdesk.page.Ago;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is signed in there.
 *
 * @param key names it among those of its account, and opens nothing
 * @param browser such as {@code Firefox on Windows}; null: it does not say
 * @param begun how long ago its person signed in
 * @param used how long ago it was last used, as near as a minute
 * @param own whether it is the one that asks
 */
public record OpenSession(String key, @Nullable String browser, Duration begun, Duration used, boolean own) {

    public String begunInWords() {
        return Ago.inWords(begun);
    }

    public String usedInWords() {
        return Ago.inWords(used);
    }
}
