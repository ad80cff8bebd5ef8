package dev.unknot.notification.message;

import dev.unknot.common.appointment.AppointmentEvent;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.event.Topics;
import dev.unknot.common.message.Channel;
import dev.unknot.notification.visit.Visits;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.event.ReceivedEvent;
import dev.unknot.platform.inbox.Inbox;
import java.time.Instant;
import java.util.EnumSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.ApplicationEventPublisher;
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
    private final Messages messages;
    private final Ledger ledger;
    private final ApplicationEventPublisher publisher;

    AppointmentListener(
            Events events,
            Inbox inbox,
            Visits visits,
            Messages messages,
            Ledger ledger,
            ApplicationEventPublisher publisher) {
        this.events = events;
        this.inbox = inbox;
        this.visits = visits;
        this.messages = messages;
        this.ledger = ledger;
        this.publisher = publisher;
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
            apply(change.appointment(), event.time());
        }
    }

    private void apply(AppointmentSnapshot appointment, Instant announced) {
        visits.keep(appointment);
        ConfirmationPlan plan = ConfirmationPlan.of(appointment, EnumSet.allOf(Channel.class), announced);
        plan.messages().forEach(messages::plan);
        if (plan.dropsPlanned()) {
            messages.planned(appointment.id()).forEach(message -> ledger.drop(message, DropReason.CANCELLED));
        }
        publisher.publishEvent(new MessagesPlanned());
    }
}
