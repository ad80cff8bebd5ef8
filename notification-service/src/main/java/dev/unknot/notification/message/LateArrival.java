package dev.unknot.notification.message;

import org.springframework.stereotype.Component;

/**
 * A reminder that was reported lost goes the other way (see {@link Fallback}). When it has arrived after all, the other one
 * would tell the client the same again.
 */
@Component
class LateArrival {
    private final Messages messages;
    private final DeliveryAttempts attempts;
    private final Ledger ledger;

    LateArrival(Messages messages, DeliveryAttempts attempts, Ledger ledger) {
        this.messages = messages;
        this.attempts = attempts;
        this.ledger = ledger;
    }

    /** A reminder goes on one channel, so the other one is because of the report. What a gateway may have stays. */
    void of(Message arrived) {
        if (!arrived.kind().reminds()) {
            return;
        }
        messages.holdElsewhere(arrived).stream()
                // Asked once they are held: an attempt is written down by whoever holds the message.
                .filter(other -> attempts.open(other.id()).isEmpty())
                .forEach(other -> ledger.drop(other, DropReason.ARRIVED_OTHERWISE));
    }
}
