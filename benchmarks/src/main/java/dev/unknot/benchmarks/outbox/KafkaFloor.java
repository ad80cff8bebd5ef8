package dev.unknot.benchmarks.outbox;

import dev.unknot.common.event.DomainEvent;
import dev.unknot.common.event.EventCatalogue;
import dev.unknot.platform.event.Envelope;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.id.Ids;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A bare producer, as safe as the relay's and sending the same bytes. */
final class KafkaFloor implements AutoCloseable {

    private static final Events EVENTS = new Events("");

    private final KafkaProducer<String, byte[]> producer;

    KafkaFloor(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.ofEntries(
                        Map.entry("bootstrap.servers", bootstrapServers),
                        Map.entry("acks", "all"),
                        Map.entry("enable.idempotence", true),
                        Map.entry("linger.ms", 0),
                        Map.entry("batch.size", 128 * 1024)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static ProducerRecord<String, byte[]> record(DomainEvent event) {
        return new Envelope(
                        Ids.next(),
                        "/benchmark",
                        EventCatalogue.typeOf(event.getClass()),
                        event.subject(),
                        1,
                        Instant.now(),
                        "service:benchmark",
                        null,
                        null)
                .on(EventCatalogue.topicOf(event.getClass()), EVENTS.json(event));
    }

    void send(ProducerRecord<String, byte[]> record) {
        var unused = producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}
