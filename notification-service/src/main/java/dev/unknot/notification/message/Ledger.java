package dev.unknot.notification.message;

import dev.unknot.common.message.MessageDropped;
import dev.unknot.common.message.MessageSent;
import dev.unknot.common.message.MessageState;
import dev.unknot.platform.outbox.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes what became of a message and announces it, both in the caller's transaction. */
@Component
class Ledger {
    private final Messages messages;
    private final Parts parts;
    private final Deliveries deliveries;
    private final Fallback fallback;
    private final Outbox outbox;

    Ledger(Messages messages, Parts parts, Deliveries deliveries, Fallback fallback, Outbox outbox) {
        this.messages = messages;
        this.parts = parts;
        this.deliveries = deliveries;
        this.fallback = fallback;
        this.outbox = outbox;
    }

    /** With its parts. A report that they are lost may have come before. */
    void sent(Message message, String gatewayId, Instant at) {
        deliveries.hold(gatewayId);
        List<Message> all = new ArrayList<>(List.of(message));
        all.addAll(parts.of(message));
        for (Message each : all) {
            messages.sent(each, gatewayId, at);
            announceSent(each, at);
        }
        if (deliveries.lost(gatewayId)) {
            all.forEach(fallback::after);
        }
    }

    private void announceSent(Message message, Instant at) {
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

    /** Not sent, on purpose. That is about this one: what was to go out with it is a message of its own again. */
    void drop(Message message, DropReason reason) {
        giveUp(message, MessageState.DROPPED, reason);
        parts.release(message, message.due());
    }

    /** Not sent, or not known to be, because of the gateway, and so are its parts: what is in the way is in theirs as well. */
    void fail(Message message, DropReason reason) {
        giveUp(message, MessageState.FAILED, reason);
        parts.of(message).forEach(part -> giveUp(part, MessageState.FAILED, reason));
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
