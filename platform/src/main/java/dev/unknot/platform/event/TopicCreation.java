package dev.unknot.platform.event;

import dev.unknot.common.event.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Creates the topics that are missing and looks after the others, before any listener starts; if the broker is away, as soon as it is back. */
final class TopicCreation implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicCreation.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final BrokerAdmin broker;
    private final Events events;
    private final EventSettings settings;
    private final TopicUpkeep upkeep;
    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    TopicCreation(BrokerAdmin broker, Events events, EventSettings settings) {
        this.broker = broker;
        this.events = events;
        this.settings = settings;
        this.upkeep = new TopicUpkeep(broker, settings);
    }

    /** @throws KafkaException when the broker cannot be asked */
    void ensureLog(String topic) {
        if (present.add(topic)) {
            try {
                create(Map.of(topic, TopicKind.LOG));
            } catch (KafkaException failed) {
                present.remove(topic);
                throw failed;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        stopped = new CountDownLatch(1);
        if (!created()) {
            Thread.ofVirtual().name("topic-creation").start(this::keepTrying);
        }
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1_000;
    }

    private void keepTrying() {
        try {
            while (!stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS) && !created()) {
                LOG.debug("topics are still to be created");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean created() {
        try {
            Map<String, TopicKind> topics = new HashMap<>();
            Topics.COMPACTED.forEach(topic -> topics.put(events.named(topic), TopicKind.COMPACTED));
            Topics.LOGS.forEach(topic -> topics.put(events.named(topic), TopicKind.LOG));
            create(topics);
            return true;
        } catch (KafkaException away) {
            LOG.warn("topics not created yet, trying on: {}", away.toString());
            return false;
        }
    }

    private void create(Map<String, TopicKind> topics) {
        List<NewTopic> wanted = topics.entrySet().stream()
                .map(topic -> topic(topic.getKey(), topic.getValue()))
                .toList();
        Map<String, TopicKind> there = new HashMap<>();
        broker.open().createTopics(wanted).values().forEach((name, answer) -> {
            try {
                var unused = BrokerAdmin.await(answer);
            } catch (TopicExistsException fine) {
                LOG.trace("another instance or an earlier start was first", fine);
                there.put(name, topics.get(name));
            }
        });
        try {
            upkeep.of(there);
        } catch (AuthorizationException notOurs) {
            LOG.error("topics may not be compared or changed by this service: {}", notOurs.toString());
        }
    }

    private NewTopic topic(String name, TopicKind kind) {
        return new NewTopic(name, settings.partitions(), settings.replication())
                .configs(kind.configuration(settings.replication()));
    }
}
