package dev.unknot.notification.message;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** How long to leave a message alone; never past its expiry, when it is dropped. */
@Component
class Pauses {
    /** Beyond, doubling would overflow; the longest pause is reached long before. */
    private static final int DOUBLINGS = 20;

    private final MessageSettings settings;

    Pauses(MessageSettings settings) {
        this.settings = settings;
    }

    /** After a call the gateway could not take; the jitter keeps an outage's victims from coming back all at once. */
    Instant afterFailure(Message message, Instant now, RandomGenerator random) {
        Duration doubled = settings.firstRetry().multipliedBy(1L << Math.min(message.attempts(), DOUBLINGS));
        Duration pause = shorter(doubled, settings.longestRetry());
        return untilExpiry(message, now.plus(pause.dividedBy(2)).plusMillis(random.nextLong(pause.toMillis() / 2 + 1)));
    }

    /** Until a fact arrives: a quarter of the time it has been missing already. */
    Instant forFact(Message message, Instant now) {
        Duration missing = Duration.between(message.due(), now).dividedBy(4);
        Duration pause = shorter(longer(missing, settings.shortestWait()), settings.longestWait());
        return untilExpiry(message, now.plus(pause));
    }

    private static Instant untilExpiry(Message message, Instant next) {
        return next.isBefore(message.expires()) ? next : message.expires();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
