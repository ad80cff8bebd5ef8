package dev.unknot.notification.message;

import dev.unknot.notification.message.DeliveryAttempts.Outcome;
import dev.unknot.platform.transaction.Attempts;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * What becomes of a mail the server may or may not have taken. SMTP cannot be asked, so it is sent again, with the same
 * Message-ID, a few times: a server that takes every mail and loses every answer would otherwise deliver it without end.
 */
@Component
class UnansweredMail {
    /** Attempts that ended open, after which the mail is left alone. */
    static final int LIMIT = 3;

    private final DeliveryAttempts deliveries;
    private final Messages messages;
    private final Outcomes outcomes;
    private final Pauses pauses;
    private final Attempts attempts;
    private final Clock clock;

    UnansweredMail(
            DeliveryAttempts deliveries,
            Messages messages,
            Outcomes outcomes,
            Pauses pauses,
            Attempts attempts,
            Clock clock) {
        this.deliveries = deliveries;
        this.messages = messages;
        this.outcomes = outcomes;
        this.pauses = pauses;
        this.attempts = attempts;
        this.clock = clock;
    }

    void settle(Message message) {
        attempts.run(() -> {
            boolean held = messages.hold(message);
            if (held) {
                deliveries.end(message.id(), Outcome.UNKNOWN);
                sendAgainOrGiveUp(message);
            }
            return held;
        });
    }

    private void sendAgainOrGiveUp(Message message) {
        if (deliveries.count(message.id(), Outcome.UNKNOWN) < LIMIT) {
            Instant now = clock.instant();
            messages.postpone(message, pauses.afterFailure(message, now, ThreadLocalRandom.current()));
        } else {
            outcomes.neverKnown(message);
        }
    }
}
