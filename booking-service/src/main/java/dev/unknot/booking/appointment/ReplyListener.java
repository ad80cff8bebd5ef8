package dev.unknot.booking.appointment;

import dev.unknot.common.event.Topics;
import dev.unknot.common.message.ReplyReceived;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.inbox.Inbox;
import dev.unknot.platform.transaction.Attempts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what clients answered to our messages. */
@Component
class ReplyListener {

    static final String CONSUMER = "replies";

    private final Events events;
    private final Inbox inbox;
    private final Attempts attempts;
    private final ClientAnswers answers;

    ReplyListener(Events events, Inbox inbox, Attempts attempts, ClientAnswers answers) {
        this.events = events;
        this.inbox = inbox;
        this.attempts = attempts;
        this.answers = answers;
    }

    @KafkaListener(
            topics = "${unknot.topic-prefix:}" + Topics.MESSAGES,
            groupId = "${unknot.topic-prefix:}booking-service.replies")
    void reply(ConsumerRecord<String, byte[]> record) {
        events.read(record, ReplyReceived.class)
                .ifPresent(event -> attempts.run(() -> inbox.once(CONSUMER, event, () -> answers.take(event.data()))));
    }
}
