package dev.unknot.notification.message;

import java.time.Instant;
import java.util.List;

/** What is to be done with a message whose time has come. */
sealed interface Verdict {
    /**
     * @param parts other messages that it is sent together with
     * @param asks whether the client is asked to say that they will come
     */
    record Send(Outgoing outgoing, List<Message> parts, boolean asks) implements Verdict {}

    record Drop(DropReason reason) implements Verdict {}

    /** This channel cannot reach the client; the other may. */
    record Elsewhere(DropReason reason) implements Verdict {}

    /** A contact or a name has not been announced yet, or an earlier message is still on its way. */
    record Wait() implements Verdict {}

    /** Not now, but then. */
    record WaitUntil(Instant instant) implements Verdict {}
}
