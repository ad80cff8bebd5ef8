package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageKind;
import dev.unknot.common.message.MessageState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message as the ledger has it, for whoever plans.
 *
 * @param reason why it was dropped or given up, a code
 * @param reached whether the client may know: it was sent, a gateway may have taken it, or staff are to call them about it
 */
record LedgerEntry(
        Message message, MessageState state, @Nullable String reason, boolean reached) {
    private static final Set<String> TAKEN_BACK = Set.of(DropReason.SUPERSEDED.code(), DropReason.STARTED.code());

    MessageKind kind() {
        return message.kind();
    }

    Channel channel() {
        return message.channel();
    }

    long revision() {
        return message.revision();
    }

    boolean planned() {
        return state == MessageState.PLANNED;
    }

    /** Dropped because of a plan that may be taken back: a check-in that was a slip, a policy changed twice. */
    boolean takenBack() {
        return state == MessageState.DROPPED && reason != null && TAKEN_BACK.contains(reason);
    }

    /** Whether it was to tell the client something, and nothing but time was in the way. */
    boolean meant() {
        return reached || planned() || state == MessageState.SENDING || takenBack();
    }
}
