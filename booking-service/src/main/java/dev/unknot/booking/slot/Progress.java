package dev.unknot.booking.slot;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the index has read, and how far it must have read before it is complete. Survives the consumer, so that after
 * an outage reading goes on where it stopped.
 */
final class Progress {

    private final Map<TopicPartition, Long> goals;
    private final Map<TopicPartition, Long> positions;

    /**
     * @param ends of all partitions when the start was noted
     * @param starts where to read each of them from
     */
    Progress(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> starts) {
        this.goals = new HashMap<>(ends);
        this.positions = new HashMap<>(starts);
        starts.forEach(this::to);
    }

    Map<TopicPartition, Long> positions() {
        return Map.copyOf(positions);
    }

    void to(TopicPartition partition, long position) {
        positions.put(partition, position);
        Long goal = goals.get(partition);
        if (goal != null && position >= goal) {
            goals.remove(partition);
        }
    }

    boolean complete() {
        return goals.isEmpty();
    }
}
