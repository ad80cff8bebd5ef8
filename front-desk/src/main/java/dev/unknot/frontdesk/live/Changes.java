package dev.unknot.frontdesk.live;

import dev.unknot.common.appointment.AppointmentEvent;
import dev.unknot.common.block.BlockEvent;
import dev.unknot.common.event.DomainEvent;
import dev.unknot.common.event.Topics;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.event.ReceivedEvent;
import dev.unknot.platform.event.UnprocessableEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whom a record concerns. One told too often costs a page a question, one told too little leaves it wrong. */
@Component
class Changes {

    static final List<String> TOPICS = List.of(Topics.APPOINTMENTS, Topics.BLOCKS, Topics.MESSAGES, Topics.THERAPISTS);

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final Events events;
    private final Viewers viewers;

    Changes(Events events, Viewers viewers) {
        this.events = events;
        this.viewers = viewers;
    }

    void apply(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(events.named(Topics.APPOINTMENTS))) {
            tell(record, AppointmentEvent.class, this::moved);
        } else if (record.topic().equals(events.named(Topics.BLOCKS))) {
            tell(record, BlockEvent.class, event -> viewers.tell(event.locationId(), Signal.DAY));
        } else if (record.topic().equals(events.named(Topics.MESSAGES))) {
            viewers.tellAll(Signal.MESSAGES);
        } else {
            // The snapshot says where they work, not where they do not any more.
            viewers.tellAll(Signal.DAY);
        }
    }

    private <E extends DomainEvent> void tell(ConsumerRecord<String, byte[]> record, Class<E> kind, Consumer<E> told) {
        Optional<ReceivedEvent<E>> event;
        try {
            event = events.read(record, kind);
        } catch (UnprocessableEvent broken) {
            LOG.error(
                    "{}-{} at offset {} cannot be read, all pages are told: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    broken.getMessage());
            event = Optional.empty();
        }
        event.map(ReceivedEvent::data).ifPresentOrElse(told, () -> viewers.tellAll(Signal.DAY));
    }

    private void moved(AppointmentEvent event) {
        if (event.changed().contains("locationId")) {
            // The place it came from is not told.
            viewers.tellAll(Signal.DAY);
        } else {
            viewers.tell(event.appointment().locationId(), Signal.DAY);
        }
    }
}
