package dev.unknot.benchmarks.outbox;

import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer without a group that notes when each key arrives. */
final class Arrivals implements AutoCloseable {

    static final Duration LONGEST = Duration.ofSeconds(60);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private final Map<String, Long> left = new ConcurrentHashMap<>();
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private volatile boolean closing;

    private Arrivals(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
        this.thread = Thread.ofPlatform().name("arrivals").start(this::follow);
    }

    /** Of what comes to the topic from now on. */
    static Arrivals on(String bootstrapServers, String topic, int partitions) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.poll.records", "5000"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
        return new Arrivals(consumer);
    }

    /** That the key sets off now. */
    void leaves(String key) {
        left.put(key, System.nanoTime());
    }

    long count() {
        return count.get();
    }

    void await(long all) {
        Probe.waitUntil(all + " events have arrived", LONGEST, () -> count() >= all);
    }

    /** How long each took that set off since the last call, in milliseconds. */
    List<Double> taken() {
        List<Double> taken = new ArrayList<>();
        left.forEach((key, at) -> taken.add((Objects.requireNonNull(arrived.get(key)) - at) / 1e6));
        left.clear();
        arrived.clear();
        return taken;
    }

    private void follow() {
        while (!closing) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                arrived.put(record.key(), System.nanoTime());
                count.incrementAndGet();
            }
        }
        consumer.close();
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
