package dev.unknot.frontdesk.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the clients to call.
 *
 * @param cursor where it begins; null: at the newest
 * @param next where the next page begins; null: there is none
 */
public record CallPage(
        List<Call> calls, @Nullable String cursor, @Nullable String next) {

    public CallPage {
        calls = List.copyOf(calls);
    }

    /** Nobody is to be called, here or on another page. */
    public boolean isEmpty() {
        return calls.isEmpty() && cursor == null && next == null;
    }
}
