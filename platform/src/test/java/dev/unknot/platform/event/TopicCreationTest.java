package dev.unknot.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.event.Topics;
import dev.unknot.platform.test.Infrastructure;
import dev.unknot.platform.test.Probe;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TopicCreationTest {

    private static final Map<String, Object> KAFKA =
            Map.of("bootstrap.servers", Infrastructure.get().bootstrapServers());

    private final Events events = new Events(Infrastructure.get().newTopicPrefix());
    private final BrokerAdmin broker = new BrokerAdmin(KAFKA);
    private final TopicCreation topics = new TopicCreation(broker, events, new EventSettings(2, (short) 1));

    @AfterEach
    void stop() {
        topics.stop();
        broker.close();
    }

    @Test
    void aLogKeepsEverythingForEver() {
        topics.start();

        become(Topics.APPOINTMENTS, "cleanup.policy", "delete");
        become(Topics.APPOINTMENTS, "retention.ms", "-1");
        become(Topics.APPOINTMENTS, "retention.bytes", "-1");
    }

    @Test
    void whatIsAcknowledgedLiesOnAllBrokersButOne() {
        assertThat(TopicKind.LOG.configuration(3)).containsEntry("min.insync.replicas", "2");
        assertThat(TopicKind.COMPACTED.configuration(2)).containsEntry("min.insync.replicas", "1");
        assertThat(TopicKind.COMPACTED.configuration(1)).containsEntry("min.insync.replicas", "1");
    }

    @Test
    void aTopicMadeBySomebodyElseGetsOurSettingsAndKeepsItsOthers() {
        create(Topics.APPOINTMENTS, 2, Map.of("retention.ms", "604800000", "segment.bytes", "16777216"));
        create(Topics.CLIENTS, 2, Map.of("cleanup.policy", "delete", "min.insync.replicas", "2"));

        topics.start();

        become(Topics.APPOINTMENTS, "retention.ms", "-1");
        become(Topics.CLIENTS, "cleanup.policy", "compact");
        become(Topics.CLIENTS, "min.insync.replicas", "1");
        assertThat(configuration(Topics.APPOINTMENTS).get("segment.bytes").value())
                .isEqualTo("16777216");
    }

    @Test
    void anotherNumberOfPartitionsIsReportedAndLeft(CapturedOutput output) {
        create(Topics.APPOINTMENTS, 5, Map.of());

        topics.start();

        // A broker that does not know the topic yet is asked again a second later.
        String report = events.named(Topics.APPOINTMENTS) + " has 5 partitions where unknot.kafka.partitions says 2";
        Probe.waitUntil("the other number is reported", () -> output.toString().contains(report));
        assertThat(output).contains("ERROR");
    }

    /** A broker answers from its copy of the metadata, which follows the controller's: the topic itself may not be in it yet. */
    private void become(String topic, String setting, String value) {
        Probe.waitUntil(setting + " of " + topic + " is " + value, () -> {
            try {
                return value.equals(configuration(topic).get(setting).value());
            } catch (UnknownTopicOrPartitionException notYet) {
                return false;
            }
        });
    }

    private void create(String topic, int partitions, Map<String, String> configuration) {
        NewTopic wanted = new NewTopic(events.named(topic), partitions, (short) 1).configs(configuration);
        BrokerAdmin.await(broker.open().createTopics(List.of(wanted)).all());
    }

    private Config configuration(String topic) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, events.named(topic));
        return BrokerAdmin.await(
                        broker.open().describeConfigs(List.of(resource)).all())
                .values()
                .stream()
                .findFirst()
                .orElseThrow();
    }
}
