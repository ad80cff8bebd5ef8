package dev.unknot.platform.event;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether consumers are past the ends that their topics had when first asked about. */
public final class CatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    private final BrokerAdmin broker;
    private final EndOffsets endOffsets;
    private final Events events;
    private final Map<Goal, Map<TopicPartition, Long>> ahead = new ConcurrentHashMap<>();

    CatchUp(BrokerAdmin broker, EndOffsets endOffsets, Events events) {
        this.broker = broker;
        this.endOffsets = endOffsets;
        this.events = events;
    }

    /** Another one, which notes the ends anew; for whoever has to know that consumers keep up. */
    public CatchUp anew() {
        return new CatchUp(broker, endOffsets, events);
    }

    /**
     * Once true it stays true. False also while Kafka is out of reach before that.
     *
     * @param group without the prefix that tests put before topics and groups
     * @param topics as in {@link dev.unknot.common.event.Topics}
     */
    public boolean passed(String group, Collection<String> topics) {
        Goal goal = new Goal(group, Set.copyOf(topics));
        try {
            Map<TopicPartition, Long> ends = ahead.computeIfAbsent(goal, unknown -> endOffsets.of(goal.topics()));
            if (!ends.isEmpty() && reached(group, ends)) {
                ahead.put(goal, Map.of());
            }
        } catch (KafkaException away) {
            LOG.debug("cannot tell how far {} is: {}", group, away.toString());
        }
        return Map.of().equals(ahead.get(goal));
    }

    private boolean reached(String group, Map<TopicPartition, Long> ends) {
        if (ends.values().stream().allMatch(end -> end == 0)) {
            return true; // and the group may not exist yet
        }
        String name = events.named(group);
        Map<TopicPartition, OffsetAndMetadata> committed =
                BrokerAdmin.await(broker.open().listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata(name));
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata offset = committed.get(end.getKey());
            return end.getValue() == 0 || offset != null && offset.offset() >= end.getValue();
        });
    }

    private record Goal(String group, Set<String> topics) {}
}
