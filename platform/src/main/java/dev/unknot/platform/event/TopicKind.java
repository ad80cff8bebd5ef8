package dev.unknot.platform.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** How a topic is kept: by the latest record of each key, or every record for ever. */
enum TopicKind {
    COMPACTED(Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.DELETE_RETENTION_MS_CONFIG,
            millis(Duration.ofDays(90)),
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
            millis(Duration.ofDays(1)),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
            "0.1")),
    LOG(Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG,
            "-1",
            TopicConfig.RETENTION_BYTES_CONFIG,
            "-1"));

    private final Map<String, String> keeping;

    TopicKind(Map<String, String> keeping) {
        this.keeping = keeping;
    }

    /** What is acknowledged lies on all brokers but one, so that losing one loses nothing and stops nothing. */
    Map<String, String> configuration(int replication) {
        Map<String, String> all = new HashMap<>(keeping);
        all.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Math.max(1, replication - 1)));
        return all;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
