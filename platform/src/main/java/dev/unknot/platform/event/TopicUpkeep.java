package dev.unknot.platform.event;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives topics that were there before the settings that new ones get; somebody else, or an older version, made them. */
final class TopicUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(TopicUpkeep.class);

    private final BrokerAdmin broker;
    private final EventSettings settings;

    TopicUpkeep(BrokerAdmin broker, EventSettings settings) {
        this.broker = broker;
        this.settings = settings;
    }

    void of(Map<String, TopicKind> topics) {
        if (topics.isEmpty()) {
            return;
        }
        Map<String, TopicDescription> found =
                BrokerAdmin.await(broker.open().describeTopics(topics.keySet()).allTopicNames());
        found.values().forEach(this::comparePartitions);
        Map<ConfigResource, Config> configured = BrokerAdmin.await(broker.open()
                .describeConfigs(
                        topics.keySet().stream().map(TopicUpkeep::resource).toList())
                .all());
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        topics.forEach((name, kind) -> {
            TopicDescription topic = found.get(name);
            Config present = configured.get(resource(name));
            if (topic != null && present != null) {
                changes.put(resource(name), differing(kind.configuration(replication(topic)), present));
            }
        });
        changes.values().removeIf(Collection::isEmpty);
        change(changes);
    }

    /** More partitions would send a key's next event to another place than its last; that is for people to decide. */
    private void comparePartitions(TopicDescription topic) {
        if (topic.partitions().size() != settings.partitions()) {
            LOG.error(
                    "topic {} has {} partitions where unknot.kafka.partitions says {}; it is left as it is",
                    topic.name(),
                    topic.partitions().size(),
                    settings.partitions());
        }
    }

    /** The topic's own, not the setting's: more replicas in sync than it has would stop all its producers. */
    private static int replication(TopicDescription topic) {
        return topic.partitions().getFirst().replicas().size();
    }

    private static List<AlterConfigOp> differing(Map<String, String> wanted, Config configured) {
        Map<String, String> present = configured.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(toMap(ConfigEntry::name, ConfigEntry::value));
        return wanted.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(present.get(entry.getKey())))
                .map(entry ->
                        new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private void change(Map<ConfigResource, Collection<AlterConfigOp>> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Admin admin = broker.open();
        var unused = BrokerAdmin.await(admin.incrementalAlterConfigs(changes).all());
        changes.forEach((topic, settings) -> LOG.info(
                "topic {} has got {}",
                topic.name(),
                settings.stream().map(AlterConfigOp::configEntry).toList()));
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
