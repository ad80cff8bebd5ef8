package dev.unknot.platform.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Partitions as they grow, read by one thread. */
public final class Tail implements AutoCloseable {

    /** How long it waits for something to come before whoever reads may see to other things. */
    private static final Duration POLL = Duration.ofMillis(200);

    /** Fetching an event costs service and broker more than what it brings, so those that come close together come at once. */
    private static final Duration GATHERED = Duration.ofMillis(20);

    /** More than these at once are a log that is read up to its end, which is not made to wait. */
    private static final int A_FEW = 100;

    private final Consumer<String, byte[]> consumer;
    private boolean gathers;

    Tail(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** What has come since the last call; nothing where nothing comes for a moment. */
    public Iterable<ConsumerRecord<String, byte[]>> next() {
        if (gathers) {
            LockSupport.parkNanos(GATHERED.toNanos());
        }
        var records = consumer.poll(POLL);
        gathers = !records.isEmpty() && records.count() <= A_FEW;
        return records;
    }

    /** Where it reads on in each of the partitions. */
    public Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        consumer.assignment().forEach(partition -> positions.put(partition, consumer.position(partition)));
        return positions;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
