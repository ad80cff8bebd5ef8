package dev.unknot.platform.event;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** One admin client, opened when first needed: its constructor fails while the broker's name does not resolve. */
final class BrokerAdmin implements AutoCloseable {

    private final Map<String, Object> settings;
    private @Nullable Admin admin;

    BrokerAdmin(Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        this.settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    }

    synchronized Admin open() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    boolean exists(String topic) {
        return await(open().listTopics().names()).contains(topic);
    }

    /** @throws KafkaException what the broker answered, or that it did not */
    static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof KafkaException refused ? refused : new KafkaException(failed.getCause());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
