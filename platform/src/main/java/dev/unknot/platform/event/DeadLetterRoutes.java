package dev.unknot.platform.event;

import dev.unknot.platform.trace.Trace;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.KafkaHeaders;

/** Which listener a dead letter was meant for, and what it was before it was set aside. */
final class DeadLetterRoutes {

    private static final String ADDED = "kafka_dlt-";

    private final Map<String, AcknowledgingConsumerAwareMessageListener<String, byte[]>> byTopic = new HashMap<>();
    private final EventTrace trace;

    DeadLetterRoutes(List<MessageListenerContainer> containers, EventTrace trace) {
        this.trace = trace;
        containers.forEach(container -> {
            String[] topics =
                    Objects.requireNonNull(container.getContainerProperties().getTopics());
            Arrays.stream(topics).forEach(topic -> byTopic.put(topic, listener(container)));
        });
    }

    ConsumerRecord<String, byte[]> original(ConsumerRecord<String, byte[]> letter) {
        RecordHeaders headers = new RecordHeaders();
        letter.headers().forEach(header -> {
            if (!header.key().startsWith(ADDED)) {
                headers.add(header);
            }
        });
        return new ConsumerRecord<>(
                new String(value(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC), StandardCharsets.UTF_8),
                ByteBuffer.wrap(value(letter, KafkaHeaders.DLT_ORIGINAL_PARTITION))
                        .getInt(),
                ByteBuffer.wrap(value(letter, KafkaHeaders.DLT_ORIGINAL_OFFSET)).getLong(),
                letter.timestamp(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                letter.key(),
                letter.value(),
                headers,
                Optional.empty());
    }

    void deliver(ConsumerRecord<String, byte[]> original) {
        AcknowledgingConsumerAwareMessageListener<String, byte[]> listener = byTopic.get(original.topic());
        if (listener == null) {
            throw new UnprocessableEvent("the group reads " + original.topic() + " no longer");
        }
        trace.begin(original);
        try {
            listener.onMessage(original, null, null);
        } finally {
            Trace.end();
        }
    }

    private static byte[] value(ConsumerRecord<String, byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        if (header == null) {
            throw new UnprocessableEvent("a dead letter lacks " + name);
        }
        return header.value();
    }

    @SuppressWarnings("unchecked")
    private static AcknowledgingConsumerAwareMessageListener<String, byte[]> listener(
            MessageListenerContainer container) {
        // What @KafkaListener makes of a method.
        return Objects.requireNonNull((AcknowledgingConsumerAwareMessageListener<String, byte[]>)
                container.getContainerProperties().getMessageListener());
    }
}
