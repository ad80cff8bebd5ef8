package dev.unknot.booking.slot;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** The service's own way to the broker, for a consumer that shares its partitions with nobody. */
@Component
class ConsumerSettings {

    private final ConsumerFactory<?, ?> consumers;

    ConsumerSettings(ConsumerFactory<?, ?> consumers) {
        this.consumers = consumers;
    }

    Map<String, Object> withoutGroup() {
        Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.merge(ConsumerConfig.CLIENT_ID_CONFIG, "-index", (name, suffix) -> "" + name + suffix);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        return settings;
    }
}
