package dev.unknot.platform.event;

import java.time.Duration;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/** What happens when a listener fails: wait for the surroundings without end, or try thrice and set the event aside. */
final class ConsumerFailures {

    /** Each wait blocks one poll only, so the longest stays far below {@code max.poll.interval.ms}. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private ConsumerFailures() {}

    static DefaultErrorHandler handler(ConsumerRecordRecoverer deadLetters) {
        DefaultErrorHandler handler = new DefaultErrorHandler(deadLetters);
        handler.setBackOffFunction(
                (record, failure) -> InfrastructureFailure.is(failure) ? untilItEnds() : new FixedBackOff(100, 2));
        handler.addNotRetryableExceptions(UnprocessableEvent.class);
        handler.setLogLevel(KafkaException.Level.WARN);
        return handler;
    }

    private static BackOff untilItEnds() {
        ExponentialBackOff waits = new ExponentialBackOff(200, 2);
        waits.setMaxInterval(LONGEST_WAIT.toMillis());
        return waits;
    }
}
