package dev.unknot.platform.event;

import dev.unknot.common.event.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Creates the topics that are missing, before any listener starts; if the broker is away, as soon as it is back. */
final class TopicCreation implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicCreation.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private static final Map<String, String> COMPACTED = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.DELETE_RETENTION_MS_CONFIG,
            millis(Duration.ofDays(90)),
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
            millis(Duration.ofDays(1)),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
            "0.1");

    private static final Map<String, String> LOG_WITHOUT_END = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG,
            "-1");

    private final BrokerAdmin broker;
    private final Events events;
    private final EventSettings settings;
    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    TopicCreation(BrokerAdmin broker, Events events, EventSettings settings) {
        this.broker = broker;
        this.events = events;
        this.settings = settings;
    }

    /** @throws KafkaException when the broker cannot be asked */
    void ensureLog(String topic) {
        if (present.add(topic)) {
            try {
                create(Set.of(topic(topic, LOG_WITHOUT_END)));
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
            create(Stream.concat(
                            Topics.COMPACTED.stream().map(topic -> topic(events.named(topic), COMPACTED)),
                            Topics.LOGS.stream().map(topic -> topic(events.named(topic), LOG_WITHOUT_END)))
                    .toList());
            return true;
        } catch (KafkaException away) {
            LOG.warn("topics not created yet, trying on: {}", away.toString());
            return false;
        }
    }

    private void create(Collection<NewTopic> topics) {
        for (KafkaFuture<Void> answer :
                broker.open().createTopics(topics).values().values()) {
            try {
                var unused = BrokerAdmin.await(answer);
            } catch (TopicExistsException fine) {
                LOG.trace("another instance or an earlier start was first", fine);
            }
        }
    }

    private NewTopic topic(String name, Map<String, String> configuration) {
        return new NewTopic(name, settings.partitions(), settings.replication()).configs(configuration);
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
