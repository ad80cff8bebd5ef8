package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import java.time.Instant;
import java.util.List;

/** What is to be done with a message whose time has come. */
sealed interface Verdict {
    /** @param parts other messages that it is sent together with */
    record Send(Outgoing outgoing, List<Message> parts) implements Verdict {}

    record Drop(DropReason reason) implements Verdict {}

    /** This one cannot reach the client; the other channel may. */
    record Elsewhere(DropReason reason, Channel channel) implements Verdict {}

    /** A contact or a name has not been announced yet, or an earlier message is still on its way. */
    record Wait() implements Verdict {}

    /** Not now, but then. */
    record WaitUntil(Instant instant) implements Verdict {}
}
