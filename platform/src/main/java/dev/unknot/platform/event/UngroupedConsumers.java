package dev.unknot.platform.event;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.ConsumerFactory;

/** The service's own way to the broker, for a consumer that shares its partitions with nobody: each instance reads all. */
public final class UngroupedConsumers {

    private final ConsumerFactory<?, ?> consumers;

    UngroupedConsumers(ConsumerFactory<?, ?> consumers) {
        this.consumers = consumers;
    }

    /**
     * @param suffix of its client id, which tells it from the service's other consumers
     * @param positions the partitions it is assigned, and where it reads on in each
     * @return to be closed by the caller
     */
    public Tail open(String suffix, Map<TopicPartition, Long> positions) {
        Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(suffix), new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(positions.keySet());
        positions.forEach(consumer::seek);
        return new Tail(consumer);
    }

    private Map<String, Object> settings(String suffix) {
        Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.merge(ConsumerConfig.CLIENT_ID_CONFIG, suffix, (name, own) -> "" + name + own);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        return settings;
    }
}
