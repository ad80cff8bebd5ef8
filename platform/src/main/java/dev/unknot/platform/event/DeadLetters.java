package dev.unknot.platform.event;

import dev.unknot.common.event.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.ListenerExecutionFailedException;

/** Sets aside an event that cannot be processed, on the dead-letter topic of the consumer group. */
final class DeadLetters extends DeadLetterPublishingRecoverer {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final String TOPIC = "unknot.dead-letters.";

    private final Events events;

    DeadLetters(KafkaOperations<?, ?> kafka, Events events, TopicCreation topics) {
        super(kafka, (record, failure) -> {
            String topic = events.named(topic(events.unnamed(group(failure))));
            topics.ensureLog(topic);
            LOG.error(
                    "setting aside {}-{}@{} on {}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    topic,
                    reason(failure));
            return new TopicPartition(topic, -1);
        });
        this.events = events;
        setFailIfSendResultIsError(true);
        setLogRecoveryRecord(false);
        // Both may quote the event's data.
        excludeHeader(HeaderNames.HeadersToAdd.EX_MSG, HeaderNames.HeadersToAdd.EX_STACKTRACE);
    }

    /** @param group without the prefix of tests, and so is the topic */
    static String topic(String group) {
        return TOPIC + group;
    }

    @Override
    protected ProducerRecord<Object, Object> createProducerRecord(
            ConsumerRecord<?, ?> record,
            TopicPartition topic,
            Headers headers,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        // Snapshots name people and are erased on their own topic only; a replay reads the newest one from there.
        boolean snapshot = Topics.COMPACTED.contains(events.unnamed(record.topic()));
        return new ProducerRecord<>(topic.topic(), null, record.key(), snapshot ? null : record.value(), headers);
    }

    private static String group(Exception failure) {
        if (failure instanceof ListenerExecutionFailedException inListener && inListener.getGroupId() != null) {
            return inListener.getGroupId();
        }
        throw new IllegalStateException("a listener has a consumer group", failure);
    }

    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof UnprocessableEvent
                ? String.valueOf(root.getMessage())
                : root.getClass().getName();
    }
}
