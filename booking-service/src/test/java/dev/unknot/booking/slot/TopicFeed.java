package dev.unknot.booking.slot;

import dev.unknot.common.event.DomainEvent;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.test.Records;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;

/** Puts on the topics what other services would. */
final class TopicFeed {

    private final KafkaTemplate<String, byte[]> kafka;
    private final Events events;

    TopicFeed(KafkaTemplate<String, byte[]> kafka, Events events) {
        this.kafka = kafka;
        this.events = events;
    }

    void announce(DomainEvent event, long sequence) {
        send(Records.of(event, sequence));
    }

    void erase(String topic, UUID subject, long sequence) {
        send(Records.erasure(topic, subject, sequence));
    }

    void somethingNew(String topic, UUID subject) {
        send(Records.ofUnknownType(topic, subject, 1));
    }

    void rubbish(String topic, UUID subject) {
        send(new ProducerRecord<>(events.named(topic), subject.toString(), new byte[] {1, 2, 3}));
    }

    private void send(ConsumerRecord<String, byte[]> record) {
        send(new ProducerRecord<>(events.named(record.topic()), null, record.key(), record.value(), record.headers()));
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            var unused = kafka.send(record).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
