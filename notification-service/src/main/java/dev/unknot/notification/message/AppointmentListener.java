package dev.unknot.notification.message;

import dev.unknot.common.appointment.AppointmentAmended;
import dev.unknot.common.appointment.AppointmentEvent;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.event.Topics;
import dev.unknot.notification.policy.MessagePolicies;
import dev.unknot.notification.policy.MessagePolicy;
import dev.unknot.notification.visit.Visit;
import dev.unknot.notification.visit.Visits;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.event.ReceivedEvent;
import dev.unknot.platform.inbox.Inbox;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Plans messages as appointments change. Each event carries the whole state, so the latest counts and an older one,
 * arriving late, is passed over: nobody is told of a booking already called off.
 */
@Component
class AppointmentListener {
    static final String CONSUMER = "notification-service.appointment";

    private final Events events;
    private final Inbox inbox;
    private final Visits visits;
    private final MessagePolicies policies;
    private final Messages messages;
    private final Planning planning;

    AppointmentListener(
            Events events, Inbox inbox, Visits visits, MessagePolicies policies, Messages messages, Planning planning) {
        this.events = events;
        this.inbox = inbox;
        this.visits = visits;
        this.policies = policies;
        this.messages = messages;
        this.planning = planning;
    }

    @KafkaListener(
            topics = "${unknot.topic-prefix:}" + Topics.APPOINTMENTS,
            groupId = "${unknot.topic-prefix:}" + CONSUMER)
    void receive(ConsumerRecord<String, byte[]> record) {
        events.read(record, AppointmentEvent.class)
                .ifPresent(event -> inbox.latest(CONSUMER, event, () -> apply(event)));
    }

    private void apply(ReceivedEvent<AppointmentEvent> event) {
        AppointmentEvent change = event.data();
        if (change != null) {
            if (change instanceof AppointmentAmended amended && amended.merged() != null) {
                messages.handOver(change.appointment().id(), amended.merged());
                visits.handOverTerms(change.appointment().id(), amended.merged());
            }
            apply(change.appointment(), event.sequence(), event.time());
        }
    }

    private void apply(AppointmentSnapshot appointment, long version, Instant announced) {
        MessagePolicy policy = policies.hold(appointment.locationId());
        visits.keep(appointment, version);
        planning.change(Visit.of(appointment), policy, announced);
    }
}
