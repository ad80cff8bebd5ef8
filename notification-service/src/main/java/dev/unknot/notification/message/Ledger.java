package dev.unknot.notification.message;

import dev.unknot.common.message.MessageDropped;
import dev.unknot.common.message.MessageSent;
import dev.unknot.common.message.MessageState;
import dev.unknot.platform.outbox.Outbox;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Writes what became of a message and announces it, both in the caller's transaction. */
@Component
class Ledger {
    private final Messages messages;
    private final Outbox outbox;

    Ledger(Messages messages, Outbox outbox) {
        this.messages = messages;
        this.outbox = outbox;
    }

    void sent(Message message, String gatewayId, Instant at) {
        messages.sent(message, gatewayId, at);
        outbox.announce(
                new MessageSent(
                        message.id(),
                        message.appointmentId(),
                        message.clientId(),
                        message.kind(),
                        message.channel(),
                        at),
                message.version() + 1,
                null);
    }

    /** Not sent, on purpose. */
    void drop(Message message, DropReason reason) {
        giveUp(message, MessageState.DROPPED, reason);
    }

    /** Not sent, or not known to be, because of the gateway. */
    void fail(Message message, DropReason reason) {
        giveUp(message, MessageState.FAILED, reason);
    }

    private void giveUp(Message message, MessageState state, DropReason reason) {
        messages.giveUp(message, state, reason);
        outbox.announce(
                new MessageDropped(
                        message.id(),
                        message.appointmentId(),
                        message.clientId(),
                        message.kind(),
                        message.channel(),
                        reason.code()),
                message.version() + 1,
                reason.code());
    }
}
