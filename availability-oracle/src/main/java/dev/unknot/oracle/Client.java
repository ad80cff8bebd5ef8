package dev.unknot.oracle;

import java.util.Set;

/**
 * A client of whom there is something to say; others need not be listed.
 *
 * @param barred from booking anything
 * @param avoids therapists they are never to be booked with
 */
public record Client(String id, boolean barred, Set<String> avoids) {

    public Client {
        avoids = avoids == null ? Set.of() : Set.copyOf(avoids);
    }
}
