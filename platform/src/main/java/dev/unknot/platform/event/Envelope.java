package dev.unknot.platform.event;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The attributes of an event as they stand in the record's headers: CloudEvents 1.0, Kafka binding, binary mode. */
public record Envelope(
        UUID id,
        String source,
        String type,
        UUID subject,
        long sequence,
        Instant time,
        String actor,
        @Nullable String cause,
        @Nullable String traceparent) {

    /** The type of a tombstone, whatever its topic. */
    public static final String ERASED = "dev.unknot.erased.v1";

    /** Under which each schema names itself. */
    private static final String SCHEMAS = "https://unknot.dev/schemas/";

    /** Sources and schemas are a few dozen and stand in every event; to parse them is half of what an event costs. */
    private static final Map<String, URI> KNOWN = new ConcurrentHashMap<>();

    /** @param data JSON; null for a tombstone */
    public ProducerRecord<String, byte[]> on(String topic, byte @Nullable [] data) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(id.toString())
                .withSource(uri(source))
                .withType(type)
                .withSubject(subject.toString())
                .withTime(time.atOffset(ZoneOffset.UTC))
                .withExtension("sequence", Long.toString(sequence))
                .withExtension("actor", actor);
        if (cause != null) {
            event.withExtension("cause", cause);
        }
        if (traceparent != null) {
            event.withExtension("traceparent", traceparent);
        }
        if (data != null) {
            event.withData("application/json", uri(SCHEMAS + type + ".json"), data);
        }
        return KafkaMessageFactory.<String>createWriter(topic, subject.toString())
                .writeBinary(event.build());
    }

    static Envelope of(ConsumerRecord<String, byte[]> record) {
        try {
            CloudEvent event = KafkaMessageFactory.createReader(record).toEvent();
            if (!present(event.getSubject()).equals(record.key())) {
                throw new UnprocessableEvent("the key of an event is its subject " + event.getSubject());
            }
            return new Envelope(
                    UUID.fromString(event.getId()),
                    event.getSource().toString(),
                    event.getType(),
                    UUID.fromString(present(event.getSubject())),
                    Long.parseLong(present(extension(event, "sequence"))),
                    present(event.getTime()).toInstant(),
                    present(extension(event, "actor")),
                    extension(event, "cause"),
                    extension(event, "traceparent"));
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException broken) {
            throw new UnprocessableEvent("not an event of ours: " + broken.getMessage());
        }
    }

    private static URI uri(String text) {
        return KNOWN.computeIfAbsent(text, URI::create);
    }

    private static @Nullable String extension(CloudEvent event, String name) {
        Object value = event.getExtension(name);
        return value == null ? null : value.toString();
    }

    private static <T> T present(@Nullable T attribute) {
        if (attribute == null) {
            throw new IllegalArgumentException("subject, time, sequence and actor are required");
        }
        return attribute;
    }
}
