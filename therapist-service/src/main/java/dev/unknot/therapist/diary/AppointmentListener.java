package dev.unknot.therapist.diary;

import dev.unknot.common.appointment.AppointmentEvent;
import dev.unknot.common.event.Topics;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.event.ReceivedEvent;
import dev.unknot.platform.inbox.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class AppointmentListener {

    private final Events events;
    private final Inbox inbox;
    private final Diary diary;

    AppointmentListener(Events events, Inbox inbox, Diary diary) {
        this.events = events;
        this.inbox = inbox;
        this.diary = diary;
    }

    @KafkaListener(
            topics = "${unknot.topic-prefix:}" + Topics.APPOINTMENTS,
            groupId = "${unknot.topic-prefix:}therapist-service.diary")
    void on(ConsumerRecord<String, byte[]> record) {
        events.read(record, AppointmentEvent.class)
                .ifPresent(event -> inbox.latest("diary", event, () -> enter(event)));
    }

    private void enter(ReceivedEvent<AppointmentEvent> event) {
        AppointmentEvent appointment = event.data();
        if (appointment == null) {
            diary.strike(event.subject());
        } else {
            diary.enter(appointment.appointment());
        }
    }
}
