package dev.unknot.booking.supply;

import dev.unknot.common.event.Topics;
import dev.unknot.common.location.LocationEvent;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.therapist.TherapistEvent;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.inbox.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Stores what therapist-service announces. */
@Component
class SupplyListener {

    private static final String CONSUMER = "supply";

    private final Events events;
    private final Inbox inbox;
    private final Supply supply;

    SupplyListener(Events events, Inbox inbox, Supply supply) {
        this.events = events;
        this.inbox = inbox;
        this.supply = supply;
    }

    @KafkaListener(
            topics = "${unknot.topic-prefix:}" + Topics.LOCATIONS,
            groupId = "${unknot.topic-prefix:}booking-service.supply")
    void location(ConsumerRecord<String, byte[]> record) {
        events.read(record, LocationEvent.class)
                .ifPresent(event -> inbox.latest(CONSUMER, event, () -> {
                    switch (event.data()) {
                        case null -> supply.forget(new LocationId(event.subject()));
                        case LocationSnapshot location -> supply.learn(event.sequence(), location);
                    }
                }));
    }

    @KafkaListener(
            topics = "${unknot.topic-prefix:}" + Topics.THERAPISTS,
            groupId = "${unknot.topic-prefix:}booking-service.supply")
    void therapist(ConsumerRecord<String, byte[]> record) {
        events.read(record, TherapistEvent.class)
                .ifPresent(event -> inbox.latest(CONSUMER, event, () -> {
                    switch (event.data()) {
                        case null -> supply.forget(new TherapistId(event.subject()));
                        case TherapistSnapshot therapist -> supply.learn(event.sequence(), therapist);
                    }
                }));
    }
}
