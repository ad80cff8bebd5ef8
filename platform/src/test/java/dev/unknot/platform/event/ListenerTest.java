package dev.unknot.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientEvent;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.event.DomainEvent;
import dev.unknot.common.event.Topics;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageDropped;
import dev.unknot.common.message.MessageEvent;
import dev.unknot.common.message.MessageId;
import dev.unknot.common.message.MessageKind;
import dev.unknot.platform.PlatformTest;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Infrastructure;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.TopicReader;
import dev.unknot.platform.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

@PlatformTest
@Import(ListenerTest.Consumers.class)
class ListenerTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String DEAD_LETTERS = "unknot.dead-letters.platform-test.";

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private Events events;

    @Autowired
    private CatchUp catchUp;

    @Autowired
    private EndOffsets endOffsets;

    @Autowired
    private Consumers consumers;

    @Autowired
    private DeadLetterReplay replay;

    @Value("${unknot.topic-prefix}")
    private String topicPrefix;

    @Test
    void onlyTheEventThatCannotBeProcessedIsSetAsideInPlace() {
        UUID appointment = Ids.next();
        ReceivedEvent<MessageEvent> poison = dropped(appointment, "poison");
        send(Topics.MESSAGES, dropped(appointment, "before"));
        send(Topics.MESSAGES, poison);
        send(Topics.MESSAGES, dropped(appointment, "after"));

        Probe.waitUntil("the event behind it is handled", () -> consumers.reasons.contains("after"));

        assertThat(consumers.reasons).contains("before", "after").doesNotContain("poison");
        assertThat(consumers.poisoned("poison")).isEqualTo(3);
        assertThat(letters("messages", poison)).singleElement().satisfies(letter -> {
            assertThat(events.read(letter, MessageEvent.class)).contains(poison);
            assertThat(header(letter, "kafka_dlt-original-topic")).isEqualTo(topicPrefix + Topics.MESSAGES);
            assertThat(letter.headers().lastHeader("kafka_dlt-exception-message"))
                    .isNull();
            assertThat(letter.headers().lastHeader("kafka_dlt-exception-stacktrace"))
                    .isNull();
        });
    }

    @Test
    void aFailureOfTheSurroundingsIsWaitedOutAndTheTraceGoesOn() {
        UUID client = Ids.next();
        ReceivedEvent<ClientEvent> event = snapshot(client, 1);
        consumers.outage.set(5);

        send(Topics.CLIENTS, event);
        Probe.waitUntil("the outage is over", () -> consumers.clients.contains(client));

        assertThat(consumers.outage).hasValue(0);
        assertThat(consumers.traces).containsOnly(TRACE);
        assertThat(read(DEAD_LETTERS + "clients"))
                .extracting(ConsumerRecord::key)
                .doesNotContain(client.toString());
        Probe.waitUntil(
                "the group has caught up", () -> catchUp.passed("platform-test.clients", Set.of(Topics.CLIENTS)));
        assertThat(endOffsets.of(List.of(Topics.CLIENTS)).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isPositive();
    }

    @Test
    void aGroupThatNeverRanHasCaughtUpWithAnEmptyTopic() {
        assertThat(catchUp.passed("nobody", Set.of(Topics.TREATMENTS))).isTrue();
    }

    @Test
    void aDeadLetterOfASnapshotNamesNoOne() {
        UUID client = Ids.next();
        ProducerRecord<String, byte[]> broken = events.write(Topics.CLIENTS, snapshot(client, 1));
        broken.headers().remove("ce_sequence");
        kafka.send(broken).join();

        ConsumerRecord<String, byte[]> letter = Probe.eventually(
                "the dead letter is there",
                () -> read(DEAD_LETTERS + "clients").stream()
                        .filter(record -> client.toString().equals(record.key()))
                        .findFirst());

        assertThat(letter.value()).isNull();
        assertThat(header(letter, "kafka_dlt-original-topic")).isEqualTo(topicPrefix + Topics.CLIENTS);
        assertThat(letter.headers().lastHeader("kafka_dlt-original-offset")).isNotNull();
    }

    @Test
    void deadLettersAreReplayedOnceToTheirConsumerAloneWhenTheReasonIsGone() {
        ReceivedEvent<MessageEvent> repaired = dropped(Ids.next(), "repaired");
        ReceivedEvent<MessageEvent> stillBroken = dropped(Ids.next(), "still broken");
        send(Topics.MESSAGES, repaired);
        send(Topics.MESSAGES, stillBroken);
        Probe.waitUntil(
                "both are set aside",
                () -> consumers.poisoned("repaired") == 3
                        && consumers.poisoned("still broken") == 3
                        && !letters("messages", repaired).isEmpty()
                        && !letters("messages", stillBroken).isEmpty());
        int onTheTopic = read(Topics.MESSAGES).size();
        consumers.broken.remove("repaired");

        DeadLetterReplay.Outcome first = replay.replay("platform-test.messages");
        DeadLetterReplay.Outcome second = replay.replay("platform-test.messages");

        assertThat(first.replayed()).isEqualTo(1);
        assertThat(consumers.reasons).containsOnlyOnce("repaired");
        assertThat(second.replayed()).isZero();
        assertThat(second.failedAgain()).isEqualTo(first.failedAgain()).isPositive();
        assertThat(read(Topics.MESSAGES)).hasSize(onTheTopic);
    }

    @Test
    void theDeadLetterOfASnapshotIsReplayedAsTheNewestOne() {
        UUID client = Ids.next();
        ProducerRecord<String, byte[]> broken = events.write(Topics.CLIENTS, snapshot(client, 1));
        broken.headers().remove("ce_sequence");
        kafka.send(broken).join();
        Probe.waitUntil(
                "it is set aside",
                () -> read(DEAD_LETTERS + "clients").stream()
                        .anyMatch(letter -> client.toString().equals(letter.key())));
        send(Topics.CLIENTS, snapshot(client, 2));
        Probe.waitUntil("the newer one is handled", () -> consumers.times(client) == 1);

        replay.replay("platform-test.clients");

        assertThat(consumers.times(client)).isEqualTo(2);
    }

    @Test
    void aGroupOfAnotherServiceIsNotFound() {
        assertThatThrownBy(() -> replay.replay("somebody-else")).hasMessageContaining("no consumer group");
    }

    private void send(String topic, ReceivedEvent<?> event) {
        kafka.send(events.write(topic, event)).join();
    }

    private List<ConsumerRecord<String, byte[]>> read(String topic) {
        return new TopicReader(Infrastructure.get().bootstrapServers(), topicPrefix).read(topic);
    }

    private List<ConsumerRecord<String, byte[]>> letters(String group, ReceivedEvent<?> event) {
        return read(DEAD_LETTERS + group).stream()
                .filter(letter -> event.subject().toString().equals(letter.key()))
                .toList();
    }

    private static ReceivedEvent<MessageEvent> dropped(UUID appointment, String reason) {
        return received(
                "dev.unknot.message.dropped.v1",
                // One key, so that the three lie behind one another.
                new MessageDropped(
                        new MessageId(appointment),
                        new AppointmentId(appointment),
                        new ClientId(Ids.next()),
                        MessageKind.CONFIRMATION,
                        Channel.SMS,
                        reason),
                1);
    }

    private static ReceivedEvent<ClientEvent> snapshot(UUID client, long sequence) {
        ClientSnapshot snapshot = new ClientSnapshot(new ClientId(client), "Ana", null, null, "hr");
        return received("dev.unknot.client.snapshot.v1", snapshot, sequence);
    }

    private static <T extends DomainEvent> ReceivedEvent<T> received(String type, T data, long sequence) {
        return new ReceivedEvent<>(
                Ids.next(),
                "/booking-service",
                type,
                data.subject(),
                sequence,
                Instant.parse("2026-10-25T00:30:00Z"),
                "service:booking-service",
                null,
                TRACE,
                data);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Consumers {

        final Queue<String> reasons = new ConcurrentLinkedQueue<>();
        final Queue<UUID> clients = new ConcurrentLinkedQueue<>();
        final Queue<String> traces = new ConcurrentLinkedQueue<>();
        final Set<String> broken = ConcurrentHashMap.newKeySet();
        final Queue<String> poisoned = new ConcurrentLinkedQueue<>();
        final AtomicInteger outage = new AtomicInteger();

        @Autowired
        private Events events;

        Consumers() {
            broken.addAll(Set.of("poison", "repaired", "still broken"));
        }

        long poisoned(String reason) {
            return poisoned.stream().filter(reason::equals).count();
        }

        long times(UUID client) {
            return clients.stream().filter(client::equals).count();
        }

        @KafkaListener(
                topics = "${unknot.topic-prefix:}" + Topics.MESSAGES,
                groupId = "${unknot.topic-prefix:}platform-test.messages")
        void onMessage(ConsumerRecord<String, byte[]> record) {
            events.read(record, MessageDropped.class).ifPresent(event -> {
                String reason = event.data() == null ? "" : event.data().reason();
                if (broken.contains(reason)) {
                    poisoned.add(reason);
                    throw new IllegalStateException("a bug in the consumer");
                }
                reasons.add(reason);
            });
        }

        @KafkaListener(
                topics = "${unknot.topic-prefix:}" + Topics.CLIENTS,
                groupId = "${unknot.topic-prefix:}platform-test.clients")
        void onClient(ConsumerRecord<String, byte[]> record) {
            events.read(record, ClientEvent.class).ifPresent(event -> {
                if (outage.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new DataAccessResourceFailureException("the database is away");
                }
                traces.add(String.valueOf(Trace.current()));
                // Last, as this is what is waited for.
                clients.add(event.subject());
            });
        }
    }
}
