package dev.unknot.frontdesk.live;

import dev.unknot.common.appointment.AppointmentEvent;
import dev.unknot.common.block.BlockEvent;
import dev.unknot.common.event.DomainEvent;
import dev.unknot.common.event.Topics;
import dev.unknot.common.therapist.TherapistSnapshot;
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
    private final Rosters rosters;

    Changes(Events events, Viewers viewers, Rosters rosters) {
        this.events = events;
        this.viewers = viewers;
        this.rosters = rosters;
    }

    void apply(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(events.named(Topics.APPOINTMENTS))) {
            tell(record, AppointmentEvent.class, this::moved);
        } else if (record.topic().equals(events.named(Topics.BLOCKS))) {
            tell(record, BlockEvent.class, event -> viewers.tell(event.locationId(), Signal.DAY));
        } else if (record.topic().equals(events.named(Topics.MESSAGES))) {
            viewers.tellAll(Signal.MESSAGES);
        } else {
            tell(record, TherapistSnapshot.class, this::announced);
        }
    }

    /** Whether what a topic said before anybody listened is of use. */
    boolean recalls(String topic) {
        return topic.equals(events.named(Topics.THERAPISTS));
    }

    /** What was said before anybody listened is only kept in mind. */
    void recall(ConsumerRecord<String, byte[]> record) {
        if (recalls(record.topic())) {
            try {
                events.read(record, TherapistSnapshot.class)
                        .map(ReceivedEvent::data)
                        .ifPresent(rosters::learn);
            } catch (UnprocessableEvent broken) {
                LOG.debug("{} cannot be read and is not kept in mind", record.topic(), broken);
            }
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

    private void announced(TherapistSnapshot therapist) {
        rosters.learn(therapist)
                .ifPresentOrElse(
                        places -> places.forEach(place -> viewers.tell(place, Signal.DAY)),
                        () -> viewers.tellAll(Signal.DAY));
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
