package dev.unknot.devstack.phone;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps other web pages of the same browser away from the phone and inbox. */
final class Guard {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private Guard() {}

    /** A name of our own, not one that an attacker's DNS lets point here. */
    static boolean isOwnName(@Nullable String host) {
        return host != null && OWN_NAMES.contains(host.replaceFirst(":\\d+$", ""));
    }

    /** Browsers name the page a form is sent from; what names none at all is no browser. */
    static boolean isOwnPage(@Nullable String origin, @Nullable String fetchSite, @Nullable String host) {
        if (origin == null) {
            return fetchSite == null;
        }
        try {
            return URI.create(origin).getRawAuthority() != null
                    && URI.create(origin).getRawAuthority().equals(host);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
