package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.notification.delivery.GatewayUnavailable;
import dev.unknot.notification.message.DeliveryAttempts.Open;
import dev.unknot.notification.message.DeliveryAttempts.Outcome;
import dev.unknot.platform.transaction.Attempts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Finds out what became of a call whose end nobody wrote down: the instance died, or the gateway's answer got lost. It
 * runs after that call's lease, and the call ended within half of it, so the gateway has the message by now or never
 * will.
 */
@Component
class Lookup {
    private static final Logger log = LoggerFactory.getLogger(Lookup.class);

    private final DeliveryAttempts deliveries;
    private final GatewayCall gateway;
    private final UnansweredMail unansweredMail;
    private final Messages messages;
    private final Ledger ledger;
    private final Outcomes outcomes;
    private final Pauses pauses;
    private final Attempts attempts;
    private final Clock clock;

    Lookup(
            DeliveryAttempts deliveries,
            GatewayCall gateway,
            UnansweredMail unansweredMail,
            Messages messages,
            Ledger ledger,
            Outcomes outcomes,
            Pauses pauses,
            Attempts attempts,
            Clock clock) {
        this.deliveries = deliveries;
        this.gateway = gateway;
        this.unansweredMail = unansweredMail;
        this.messages = messages;
        this.ledger = ledger;
        this.outcomes = outcomes;
        this.pauses = pauses;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Whether the message may go out now: no earlier call can have delivered it. */
    boolean clears(Message message) {
        Optional<Open> open = deliveries.open(message.id());
        if (open.isEmpty()) {
            return true;
        }
        if (message.channel() == Channel.EMAIL) {
            unansweredMail.settle(message);
            return false;
        }
        return notAtGateway(message, open.get());
    }

    private boolean notAtGateway(Message message, Open open) {
        List<String> found;
        try {
            found = gateway.find(message, open);
        } catch (GatewayUnavailable unavailable) {
            log.warn("Message {} cannot be looked up: {}", message.id(), unavailable.getMessage());
            return askAgain(message);
        }
        // The same text may have gone to the same number before, as another message.
        for (String gatewayId : found) {
            if (!messages.known(gatewayId) && isSentAs(gatewayId, message)) {
                return false;
            }
        }
        return close(message, Outcome.LOST);
    }

    private boolean isSentAs(String gatewayId, Message message) {
        try {
            return attempts.run(() -> {
                if (messages.hold(message)) {
                    deliveries.end(message.id(), Outcome.ACCEPTED);
                    ledger.sent(message, gatewayId, clock.instant());
                }
                return true;
            });
        } catch (DuplicateKeyException another) {
            log.info("Message {} is not what the gateway took: another was quicker to say so", message.id());
            return false;
        }
    }

    private boolean close(Message message, Outcome outcome) {
        return attempts.run(() -> {
            boolean held = messages.hold(message);
            if (held) {
                deliveries.end(message.id(), outcome);
            }
            return held;
        });
    }

    /** A reminder is given up when half of its time is over, so that somebody can still call. */
    private boolean askAgain(Message message) {
        return attempts.run(() -> {
            if (!messages.hold(message)) {
                return false;
            }
            Instant now = clock.instant();
            if (now.isBefore(message.expires()) && !(message.kind().reminds() && message.isLate(now))) {
                messages.askAgain(message, pauses.afterFailure(message, now, ThreadLocalRandom.current()));
            } else {
                outcomes.neverKnown(message);
            }
            return false;
        });
    }
}
