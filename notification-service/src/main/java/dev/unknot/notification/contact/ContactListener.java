package dev.unknot.notification.contact;

import dev.unknot.common.client.ClientEvent;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.event.Topics;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.event.ReceivedEvent;
import dev.unknot.platform.inbox.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the contacts as booking-service announces them. */
@Component
public class ContactListener {
    /** The consumer's name in the inbox, and its group without the topic prefix. */
    public static final String CONSUMER = "notification-service.contact";

    private final Events events;
    private final Inbox inbox;
    private final Contacts contacts;

    ContactListener(Events events, Inbox inbox, Contacts contacts) {
        this.events = events;
        this.inbox = inbox;
        this.contacts = contacts;
    }

    @KafkaListener(topics = "${unknot.topic-prefix:}" + Topics.CLIENTS, groupId = "${unknot.topic-prefix:}" + CONSUMER)
    void receive(ConsumerRecord<String, byte[]> record) {
        events.read(record, ClientEvent.class).ifPresent(event -> inbox.latest(CONSUMER, event, () -> apply(event)));
    }

    private void apply(ReceivedEvent<ClientEvent> event) {
        switch (event.data()) {
            case null -> contacts.erase(event.subject(), event.cause(), event.actor());
            case ClientSnapshot client -> contacts.keep(client);
        }
    }
}
