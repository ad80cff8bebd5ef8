package dev.unknot.frontdesk.live;

import dev.unknot.platform.event.EndOffsets;
import dev.unknot.platform.event.Tail;
import dev.unknot.platform.event.UngroupedConsumers;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/**
 * Reads all partitions of the topics from their ends on, those of therapists from their beginnings, without a group, since every instance has pages of its own. What
 * was missed in an outage is not read again: the pages are told once that they may be out of date.
 */
@Component
class ChangeReading {

    private final Changes changes;
    private final Viewers viewers;
    private final EndOffsets endOffsets;
    private final UngroupedConsumers consumers;

    ChangeReading(Changes changes, Viewers viewers, EndOffsets endOffsets, UngroupedConsumers consumers) {
        this.changes = changes;
        this.viewers = viewers;
        this.endOffsets = endOffsets;
        this.consumers = consumers;
    }

    /** Returns when told to stop. After a failure it may be called again. */
    void follow(BooleanSupplier running) {
        Map<TopicPartition, Long> ends = endOffsets.of(Changes.TOPICS);
        for (Signal signal : Signal.values()) {
            viewers.tellAll(signal);
        }
        try (Tail tail = consumers.open("-live", begins(ends))) {
            while (running.getAsBoolean()) {
                for (ConsumerRecord<String, byte[]> record : tail.next()) {
                    if (record.offset()
                            < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                        changes.recall(record);
                    } else {
                        changes.apply(record);
                    }
                }
            }
        }
    }

    /** What therapists were announced as is read from the start: a topic that keeps the last of each. */
    private Map<TopicPartition, Long> begins(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> begins = new HashMap<>(ends);
        begins.replaceAll((partition, end) -> changes.recalls(partition.topic()) ? 0L : end);
        return begins;
    }
}
