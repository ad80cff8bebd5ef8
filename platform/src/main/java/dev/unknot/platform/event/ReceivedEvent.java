package dev.unknot.platform.event;

import dev.unknot.common.event.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event with its envelope.
 *
 * @param id kept on every re-send
 * @param source the service that owns the fact, such as {@code /booking-service}
 * @param sequence the subject's version, rising
 * @param cause what led to it: the id of another event, or a word
 * @param data null: the subject is erased
 */
public record ReceivedEvent<T extends DomainEvent>(
        UUID id,
        String source,
        String type,
        UUID subject,
        long sequence,
        Instant time,
        String actor,
        @Nullable String cause,
        @Nullable String traceparent,
        @Nullable T data) {

    ReceivedEvent(Envelope envelope, @Nullable T data) {
        this(
                envelope.id(),
                envelope.source(),
                envelope.type(),
                envelope.subject(),
                envelope.sequence(),
                envelope.time(),
                envelope.actor(),
                envelope.cause(),
                envelope.traceparent(),
                data);
    }

    Envelope envelope() {
        return new Envelope(id, source, type, subject, sequence, time, actor, cause, traceparent);
    }
}
