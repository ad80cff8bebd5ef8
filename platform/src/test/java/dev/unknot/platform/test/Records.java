package dev.unknot.platform.test;

import com.fasterxml.uuid.Generators;
import dev.unknot.common.event.DomainEvent;
import dev.unknot.common.event.EventCatalogue;
import dev.unknot.common.event.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as they lie on the topics, put together from the published contract (CloudEvents 1.0 binary mode) and not by
 * the platform's own writer, so that a consumer is tested against the contract.
 */
public final class Records {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicLong OFFSETS = new AtomicLong();

    private Records() {}

    public static ConsumerRecord<String, byte[]> of(DomainEvent event, long sequence) {
        Class<? extends DomainEvent> kind = event.getClass();
        return record(
                EventCatalogue.topicOf(kind),
                EventCatalogue.typeOf(kind),
                event.subject(),
                sequence,
                JSON.writeValueAsBytes(event));
    }

    /** The tombstone of an erased subject. */
    public static ConsumerRecord<String, byte[]> erasure(String topic, UUID subject, long sequence) {
        return record(topic, "dev.unknot.erased.v1", subject, sequence, null);
    }

    public static ConsumerRecord<String, byte[]> erasure(String topic, UUID subject, long sequence, String cause) {
        ConsumerRecord<String, byte[]> tombstone = erasure(topic, subject, sequence);
        add((RecordHeaders) tombstone.headers(), "ce_cause", cause);
        return tombstone;
    }

    /** A type nobody knows, which every consumer has to pass over. */
    public static ConsumerRecord<String, byte[]> ofUnknownType(String topic, UUID subject, long sequence) {
        return record(topic, "dev.unknot.not-yet-invented.v1", subject, sequence, new byte[] {'{', '}'});
    }

    private static ConsumerRecord<String, byte[]> record(
            String topic, String type, UUID subject, long sequence, byte @Nullable [] data) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", Generators.timeBasedEpochGenerator().generate().toString());
        add(headers, "ce_source", source(topic));
        add(headers, "ce_type", type);
        add(headers, "ce_subject", subject.toString());
        add(headers, "ce_time", Instant.now().toString());
        add(headers, "ce_sequence", Long.toString(sequence));
        add(headers, "ce_actor", "owner:test");
        if (data != null) {
            add(headers, "content-type", "application/json");
        }
        return new ConsumerRecord<>(
                topic,
                0,
                OFFSETS.getAndIncrement(),
                System.currentTimeMillis(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                subject.toString(),
                data,
                headers,
                Optional.empty());
    }

    private static String source(String topic) {
        return switch (topic) {
            case Topics.LOCATIONS, Topics.THERAPISTS -> "/therapist-service";
            case Topics.MESSAGES -> "/notification-service";
            default -> "/booking-service";
        };
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
