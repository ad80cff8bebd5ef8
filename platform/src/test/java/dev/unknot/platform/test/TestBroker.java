package dev.unknot.platform.test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker as these tests talk to it: text in, text out. */
final class TestBroker implements AutoCloseable {

    private final String bootstrapServers;
    private final Admin admin;
    private final KafkaProducer<String, String> producer;

    TestBroker(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        this.admin = Admin.create(settings);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    void createTopic(String topic) {
        KafkaFuture<Void> created =
                admin.createTopics(List.of(new NewTopic(topic, 12, (short) 1))).all();
        await(created.toCompletionStage().toCompletableFuture());
    }

    void send(String topic, String key, String value) {
        await(producer.send(new ProducerRecord<>(topic, key, value)));
    }

    List<String> read(String topic) {
        return new TopicReader(bootstrapServers, "")
                .read(topic).stream()
                        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                        .toList();
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    private static void await(java.util.concurrent.Future<?> done) {
        try {
            done.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
