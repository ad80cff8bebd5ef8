package dev.unknot.notification;

import dev.unknot.common.event.DomainEvent;
import dev.unknot.platform.test.Records;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other services, as far as this one can tell: records on their topics. */
public final class Announcer implements AutoCloseable {
    private static final String TIME = "ce_time";

    private final KafkaProducer<String, byte[]> producer;
    private final String prefix;

    public Announcer(String bootstrapServers, String prefix) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
        this.prefix = prefix;
    }

    public void announce(Harbour harbour) {
        announce(harbour.locationSnapshot(), 1);
        announce(harbour.swedishSnapshot(), 1);
        announce(harbour.miraSnapshot(), 1);
    }

    public void announce(DomainEvent event, long sequence) {
        send(Records.of(event, sequence));
    }

    /** As it was announced at another time than now. */
    public void announce(DomainEvent event, long sequence, Instant at) {
        ConsumerRecord<String, byte[]> record = Records.of(event, sequence);
        record.headers().remove(TIME).add(TIME, at.toString().getBytes(StandardCharsets.UTF_8));
        send(record);
    }

    /** Returns once the broker has it. */
    public void send(ConsumerRecord<String, byte[]> record) {
        try {
            Object written = producer.send(new ProducerRecord<>(
                            prefix + record.topic(), null, record.key(), record.value(), record.headers()))
                    .get();
            assert written != null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
