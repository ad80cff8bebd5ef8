package dev.unknot.platform.event;

import dev.unknot.common.event.DomainEvent;
import dev.unknot.common.event.EventCatalogue;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Between events and Kafka records. Topics are named as in {@link dev.unknot.common.event.Topics}. */
public final class Events {

    /** Of its own, as the HTTP API refuses unknown fields and a consumer must not: fields are added within a version. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String topicPrefix;

    /** @param topicPrefix put before the name of each topic; empty outside tests */
    public Events(String topicPrefix) {
        this.topicPrefix = topicPrefix;
    }

    /**
     * Empty for an event the caller does not know: of a later version, or not an {@code ownerInterface}.
     *
     * @param ownerInterface such as {@code AppointmentEvent}, or one event of it
     * @throws UnprocessableEvent when envelope or data are broken
     */
    public <T extends DomainEvent> Optional<ReceivedEvent<T>> read(
            ConsumerRecord<String, byte[]> record, Class<T> ownerInterface) {
        Envelope envelope = Envelope.of(record);
        byte[] data = record.value();
        if (envelope.type().equals(Envelope.ERASED)) {
            return Optional.of(new ReceivedEvent<>(envelope, null));
        }
        return EventCatalogue.byType(envelope.type())
                .filter(ownerInterface::isAssignableFrom)
                .map(event -> new ReceivedEvent<>(envelope, ownerInterface.cast(parse(data, event, envelope))));
    }

    /** The record that the relay would send for {@code event}. */
    public ProducerRecord<String, byte[]> write(String topic, ReceivedEvent<?> event) {
        DomainEvent data = event.data();
        return event.envelope().on(named(topic), data == null ? null : json(data));
    }

    /** The real name of a topic or consumer group. */
    public String named(String name) {
        return topicPrefix + name;
    }

    String unnamed(String name) {
        return name.startsWith(topicPrefix) ? name.substring(topicPrefix.length()) : name;
    }

    public byte[] json(DomainEvent event) {
        return JSON.writeValueAsBytes(event);
    }

    private static DomainEvent parse(byte[] data, Class<? extends DomainEvent> event, Envelope envelope) {
        if (data == null) {
            throw new UnprocessableEvent("only " + Envelope.ERASED + " comes without data, not " + envelope.type());
        }
        DomainEvent parsed;
        try {
            parsed = JSON.readValue(data, event);
        } catch (JacksonException broken) {
            // Jackson's own message may quote the data, and with it a person.
            throw new UnprocessableEvent("data of " + envelope.type() + " cannot be read"
                    + (broken instanceof DatabindException bound ? " at " + bound.getPathReference() : ""));
        }
        if (parsed == null || !parsed.subject().equals(envelope.subject())) {
            throw new UnprocessableEvent("data of " + envelope.type() + " is not about " + envelope.subject());
        }
        return parsed;
    }
}
