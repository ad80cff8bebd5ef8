package dev.unknot.notification.clinic;

import dev.unknot.common.event.Topics;
import dev.unknot.common.location.LocationEvent;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.therapist.TherapistEvent;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.treatment.TreatmentEvent;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.event.ReceivedEvent;
import dev.unknot.platform.inbox.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps what the owners of locations, treatments and therapists announce. */
@Component
public class ClinicListener {
    public static final String LOCATIONS = "notification-service.location";
    public static final String TREATMENTS = "notification-service.treatment";
    public static final String THERAPISTS = "notification-service.therapist";

    private final Events events;
    private final Inbox inbox;
    private final ClinicFacts facts;

    ClinicListener(Events events, Inbox inbox, ClinicFacts facts) {
        this.events = events;
        this.inbox = inbox;
        this.facts = facts;
    }

    @KafkaListener(
            topics = "${unknot.topic-prefix:}" + Topics.LOCATIONS,
            groupId = "${unknot.topic-prefix:}" + LOCATIONS)
    void receiveLocation(ConsumerRecord<String, byte[]> record) {
        events.read(record, LocationEvent.class)
                .ifPresent(event -> inbox.latest(LOCATIONS, event, () -> {
                    if (event.data() instanceof LocationSnapshot location) {
                        facts.keep(location);
                    }
                }));
    }

    @KafkaListener(
            topics = "${unknot.topic-prefix:}" + Topics.TREATMENTS,
            groupId = "${unknot.topic-prefix:}" + TREATMENTS)
    void receiveTreatment(ConsumerRecord<String, byte[]> record) {
        events.read(record, TreatmentEvent.class)
                .ifPresent(event -> inbox.latest(TREATMENTS, event, () -> {
                    if (event.data() instanceof TreatmentSnapshot treatment) {
                        facts.keep(treatment);
                    }
                }));
    }

    @KafkaListener(
            topics = "${unknot.topic-prefix:}" + Topics.THERAPISTS,
            groupId = "${unknot.topic-prefix:}" + THERAPISTS)
    void receiveTherapist(ConsumerRecord<String, byte[]> record) {
        events.read(record, TherapistEvent.class)
                .ifPresent(event -> inbox.latest(THERAPISTS, event, () -> applyTherapist(event)));
    }

    private void applyTherapist(ReceivedEvent<TherapistEvent> event) {
        switch (event.data()) {
            case null -> facts.eraseTherapist(event.subject());
            case TherapistSnapshot therapist -> facts.keep(therapist);
        }
    }
}
