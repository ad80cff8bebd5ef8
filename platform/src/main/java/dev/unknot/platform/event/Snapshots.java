package dev.unknot.platform.event;

import dev.unknot.common.event.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Finds the newest snapshot of a subject on its compacted topic, since dead letters keep none. */
final class Snapshots implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<String, byte[]> consumer;
    private final Events events;

    Snapshots(Consumer<String, byte[]> consumer, Events events) {
        this.consumer = consumer;
        this.events = events;
    }

    boolean hold(ConsumerRecord<String, byte[]> record) {
        return Topics.COMPACTED.contains(events.unnamed(record.topic()));
    }

    /** Reads the whole partition: rare, and only as long as the topic is compact. */
    Optional<ConsumerRecord<String, byte[]>> newest(ConsumerRecord<String, byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        Long end = consumer.endOffsets(List.of(partition)).get(partition);
        @Nullable ConsumerRecord<String, byte[]> newest = null;
        while (end != null && consumer.position(partition) < end) {
            for (ConsumerRecord<String, byte[]> candidate : consumer.poll(POLL)) {
                if (candidate.key().equals(record.key())) {
                    newest = candidate;
                }
            }
        }
        return Optional.ofNullable(newest);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
