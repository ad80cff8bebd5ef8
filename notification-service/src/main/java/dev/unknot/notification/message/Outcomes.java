package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.notification.consent.OptOuts;
import dev.unknot.notification.contact.DeadAddresses;
import dev.unknot.notification.delivery.Delivery;
import dev.unknot.notification.message.DeliveryAttempts.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down what a gateway made of a message and what follows from it; the caller's transaction holds the message. */
@Component
class Outcomes {
    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

    private final DeliveryAttempts deliveries;
    private final Messages messages;
    private final Parts parts;
    private final Ledger ledger;
    private final Fallback fallback;
    private final UnreachedClients unreached;
    private final OptOuts optOuts;
    private final DeadAddresses deadAddresses;
    private final GatewayTrouble trouble;
    private final Pauses pauses;
    private final Clock clock;

    Outcomes(
            DeliveryAttempts deliveries,
            Messages messages,
            Parts parts,
            Ledger ledger,
            Fallback fallback,
            UnreachedClients unreached,
            OptOuts optOuts,
            DeadAddresses deadAddresses,
            GatewayTrouble trouble,
            Pauses pauses,
            Clock clock) {
        this.deliveries = deliveries;
        this.messages = messages;
        this.parts = parts;
        this.ledger = ledger;
        this.fallback = fallback;
        this.unreached = unreached;
        this.optOuts = optOuts;
        this.deadAddresses = deadAddresses;
        this.trouble = trouble;
        this.pauses = pauses;
        this.clock = clock;
    }

    void record(Message message, Outgoing outgoing, Delivery delivery) {
        switch (delivery) {
            case Delivery.Accepted(String gatewayId) -> {
                deliveries.end(message.id(), Outcome.ACCEPTED);
                ledger.sent(message, gatewayId, clock.instant());
            }
            case Delivery.Refused(String code) -> refused(message, code);
            case Delivery.Unreachable(String code) -> {
                deadAddresses.mark(message.channel(), outgoing.address(), code);
                refused(message, code);
            }
            case Delivery.OptedOut() -> {
                deliveries.end(message.id(), Outcome.OPTED_OUT);
                optOuts.add(Channel.SMS, outgoing.address(), OptOuts.Source.GATEWAY);
                List<Message> together = parts.together(message);
                together.forEach(each -> ledger.drop(each, DropReason.OPTED_OUT));
                together.forEach(fallback::after);
            }
            case Delivery.OurFault fault -> {
                trouble.report(message.channel(), fault.code());
                later(message, fault.code());
            }
            case Delivery.NotNow(String code) -> later(message, code);
            case Delivery.Away(String code) -> later(message, code);
            case Delivery.KeptBack() -> later(message, "kept-back");
            case Delivery.Unknown unknown -> throw new IllegalStateException("nothing is known to record");
        }
    }

    /** Nobody will find out whether a call delivered it. It may have, so nothing goes the other way; but nobody can rely on it. */
    void neverKnown(Message message) {
        log.warn("Message {} is left alone: nobody knows whether it went out", message.id());
        deliveries.end(message.id(), Outcome.UNKNOWN);
        List<Message> together = parts.together(message);
        ledger.fail(message, DropReason.OUTCOME_UNKNOWN);
        together.forEach(unreached::noteIfNoChannelIsLeft);
    }

    private void refused(Message message, String code) {
        log.warn("Message {} was refused: {}", message.id(), code);
        deliveries.end(message.id(), Outcome.REFUSED);
        List<Message> together = parts.together(message);
        ledger.fail(message, DropReason.REFUSED);
        together.forEach(fallback::after);
    }

    /** A reminder that a gateway has not taken for half of its time goes the other way: it is of no use for ever. */
    private void later(Message message, String code) {
        log.info("Message {} has to wait: {}", message.id(), code);
        deliveries.end(message.id(), Outcome.NOT_NOW);
        Instant now = clock.instant();
        Instant next = pauses.afterFailure(message, now, ThreadLocalRandom.current());
        List<Message> together = parts.together(message);
        messages.postpone(message, next);
        parts.release(message, next);
        for (Message each : together) {
            // Two at one number may have mailboxes of their own, or none.
            if (each.isLate(now) && fallback.goesElsewhere(each)) {
                ledger.drop(each, DropReason.GATEWAY_AWAY);
            }
        }
    }
}
