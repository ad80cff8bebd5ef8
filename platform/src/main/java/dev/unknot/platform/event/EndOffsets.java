package dev.unknot.platform.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Where topics end now. */
public final class EndOffsets {

    private final BrokerAdmin broker;
    private final Events events;

    EndOffsets(BrokerAdmin broker, Events events) {
        this.broker = broker;
        this.events = events;
    }

    /**
     * The next offset of every partition; 0 for one that never held a record.
     *
     * @param topics as in {@link dev.unknot.common.event.Topics}; the partitions come with the topic's real name
     * @throws org.apache.kafka.common.KafkaException when the broker is out of reach or a topic is missing
     */
    public Map<TopicPartition, Long> of(Collection<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        List<String> names = topics.stream().map(events::named).toList();
        BrokerAdmin.await(broker.open().describeTopics(names).allTopicNames())
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(name, partition.partition()))));
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        BrokerAdmin.await(broker.open().listOffsets(latest).all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return Map.copyOf(ends);
    }
}
