package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.notification.delivery.Delivery;
import dev.unknot.notification.visit.Visit;
import dev.unknot.notification.visit.Visits;
import dev.unknot.platform.transaction.Attempts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends one leased message: looks up a call left open, checks and writes down the attempt, calls the gateway outside any
 * transaction, writes down what it said. A crash between any two leaves the lease to end and the next holder to find
 * out.
 */
@Component
class SendMessage {
    private static final Logger log = LoggerFactory.getLogger(SendMessage.class);

    private final Lookup lookup;
    private final UnansweredMail unansweredMail;
    private final LastCheck lastCheck;
    private final Visits visits;
    private final Messages messages;
    private final Parts parts;
    private final DeliveryAttempts deliveries;
    private final Ledger ledger;
    private final Fallback fallback;
    private final Outcomes outcomes;
    private final Pauses pauses;
    private final GatewayCall gateway;
    private final Attempts attempts;
    private final LeaseTime leaseTime;
    private final Clock clock;

    SendMessage(
            Lookup lookup,
            UnansweredMail unansweredMail,
            LastCheck lastCheck,
            Visits visits,
            Messages messages,
            Parts parts,
            DeliveryAttempts deliveries,
            Ledger ledger,
            Fallback fallback,
            Outcomes outcomes,
            Pauses pauses,
            GatewayCall gateway,
            Attempts attempts,
            LeaseTime leaseTime,
            Clock clock) {
        this.lookup = lookup;
        this.unansweredMail = unansweredMail;
        this.lastCheck = lastCheck;
        this.visits = visits;
        this.messages = messages;
        this.parts = parts;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.fallback = fallback;
        this.outcomes = outcomes;
        this.pauses = pauses;
        this.gateway = gateway;
        this.attempts = attempts;
        this.leaseTime = leaseTime;
        this.clock = clock;
    }

    void send(Lease lease) {
        Message message = lease.message();
        if (lookup.clears(message)) {
            begin(lease).ifPresent(outgoing -> end(message, outgoing, gateway.deliver(lease, outgoing)));
        }
    }

    /** Locks the visit before the message, as a cancellation does. */
    private Optional<Outgoing> begin(Lease lease) {
        Message message = lease.message();
        return attempts.run(() -> {
            Visit visit = visits.hold(message.appointmentId())
                    .orElseThrow(() -> new IllegalStateException("a message is planned with its visit"));
            parts.lock(message, visit);
            if (!messages.hold(message)) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            if (leaseTime.over(lease)) {
                // The call might outlast the lease; a fresh one is had at once.
                messages.postpone(message, now);
                return Optional.empty();
            }
            parts.release(message, now);
            return begin(message, lastCheck.of(message, visit, now), now);
        });
    }

    private Optional<Outgoing> begin(Message message, Verdict verdict, Instant now) {
        switch (verdict) {
            case Verdict.Send(Outgoing outgoing, List<Message> others, boolean asks) -> {
                parts.attach(message, others, asks);
                deliveries.begin(message, outgoing);
                messages.countAttempt(message, asks);
                return Optional.of(outgoing);
            }
            case Verdict.Drop(DropReason reason) -> ledger.drop(message, reason);
            case Verdict.Elsewhere(DropReason reason) -> {
                ledger.drop(message, reason);
                fallback.after(message);
            }
            case Verdict.Wait() -> messages.postpone(message, pauses.forFact(message, now));
            case Verdict.WaitUntil(Instant instant) -> messages.postpone(message, instant);
        }
        return Optional.empty();
    }

    private void end(Message message, Outgoing outgoing, Delivery delivery) {
        if (delivery instanceof Delivery.Unknown(String code)) {
            log.warn("Message {} may or may not have gone out: {}", message.id(), code);
            if (message.channel() == Channel.EMAIL) {
                unansweredMail.settle(message);
            }
            return;
        }
        attempts.run(() -> {
            boolean held = messages.hold(message);
            if (held) {
                outcomes.record(message, outgoing, delivery);
            }
            return held;
        });
    }
}
