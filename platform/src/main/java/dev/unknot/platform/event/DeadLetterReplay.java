package dev.unknot.platform.event;

import dev.unknot.platform.problem.Rejection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Hands what was set aside to the consumer it was set aside for, once the reason is gone. Only that consumer gets it: on
 * its old topic it would reach everyone, and of a compacted one it would push out what is newer. How far it came is kept
 * in Kafka, so that each dead letter is handed over once; whoever handled it meanwhile passes it over, as with any event.
 */
public final class DeadLetterReplay {

    /**
     * @param replayed handled now
     * @param failedAgain set aside once more, behind all others
     */
    public record Outcome(int replayed, int failedAgain) {}

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterReplay.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaListenerEndpointRegistry listeners;
    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaTemplate<String, byte[]> kafka;
    private final BrokerAdmin broker;
    private final EndOffsets endOffsets;
    private final EventTrace trace;
    private final Events events;

    DeadLetterReplay(
            KafkaListenerEndpointRegistry listeners,
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> kafka,
            BrokerAdmin broker,
            EndOffsets endOffsets,
            EventTrace trace,
            Events events) {
        this.listeners = listeners;
        this.consumers = consumers;
        this.kafka = kafka;
        this.broker = broker;
        this.endOffsets = endOffsets;
        this.trace = trace;
        this.events = events;
    }

    /**
     * Replays what lies there now; what is set aside while it runs has to be asked for again.
     *
     * @param group a consumer group of this service, such as {@code booking-service.supply}
     */
    public synchronized Outcome replay(String group) {
        DeadLetterRoutes routes = new DeadLetterRoutes(containers(group), trace);
        String topic = DeadLetters.topic(group);
        if (!broker.exists(events.named(topic))) {
            return new Outcome(0, 0);
        }
        Map<TopicPartition, Long> ends = endOffsets.of(List.of(topic));
        try (Consumer<String, byte[]> letters = consumers.createConsumer(events.named(group + ".replay"), "");
                Snapshots snapshots = new Snapshots(consumers.createConsumer(), events)) {
            letters.assign(ends.keySet());
            return drain(letters, ends, routes, snapshots);
        }
    }

    private Outcome drain(
            Consumer<String, byte[]> letters,
            Map<TopicPartition, Long> ends,
            DeadLetterRoutes routes,
            Snapshots snapshots) {
        int replayed = 0;
        int failedAgain = 0;
        Map<TopicPartition, Long> left = new HashMap<>(ends);
        Map<TopicPartition, OffsetAndMetadata> committed = letters.committed(ends.keySet());
        ends.keySet().forEach(partition -> {
            OffsetAndMetadata done = committed.get(partition);
            letters.seek(partition, done == null ? 0 : done.offset());
        });
        left.entrySet().removeIf(end -> letters.position(end.getKey()) >= end.getValue());
        while (!left.isEmpty()) {
            for (ConsumerRecord<String, byte[]> letter : letters.poll(POLL)) {
                TopicPartition partition = new TopicPartition(letter.topic(), letter.partition());
                if (letter.offset() >= ends.getOrDefault(partition, 0L)) {
                    continue;
                }
                if (handled(letter, routes, snapshots)) {
                    replayed++;
                } else {
                    failedAgain++;
                }
                letters.commitSync(Map.of(partition, new OffsetAndMetadata(letter.offset() + 1)));
            }
            left.entrySet().removeIf(end -> letters.position(end.getKey()) >= end.getValue());
        }
        return new Outcome(replayed, failedAgain);
    }

    /** @throws RuntimeException when the surroundings fail; the letter then stays where it is */
    private boolean handled(ConsumerRecord<String, byte[]> letter, DeadLetterRoutes routes, Snapshots snapshots) {
        ConsumerRecord<String, byte[]> original = routes.original(letter);
        try {
            if (snapshots.hold(original)) {
                snapshots.newest(original).ifPresent(newest -> routes.deliver(newest));
            } else {
                routes.deliver(original);
            }
            return true;
        } catch (RuntimeException failure) {
            if (InfrastructureFailure.is(failure)) {
                throw failure;
            }
            LOG.error(
                    "{}-{}@{} failed again: {}",
                    original.topic(),
                    original.partition(),
                    original.offset(),
                    DeadLetters.reason(failure));
            kafka.send(new ProducerRecord<>(letter.topic(), null, letter.key(), letter.value(), letter.headers()))
                    .join();
            return false;
        }
    }

    private List<MessageListenerContainer> containers(String group) {
        List<MessageListenerContainer> ofGroup = listeners.getListenerContainers().stream()
                .filter(container -> events.named(group).equals(container.getGroupId()))
                .toList();
        if (ofGroup.isEmpty()) {
            throw Rejection.notFound("not-found", "This service has no consumer group of that name.");
        }
        return ofGroup;
    }
}
