package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.notification.contact.Contact;
import dev.unknot.notification.contact.Contacts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows when a channel did not reach a client: the other one is tried, once, and then it is for staff. */
@Component
class Fallback {
    private final Contacts contacts;
    private final Messages messages;
    private final UnreachedClients unreached;
    private final ApplicationEventPublisher publisher;

    Fallback(Contacts contacts, Messages messages, UnreachedClients unreached, ApplicationEventPublisher publisher) {
        this.contacts = contacts;
        this.messages = messages;
        this.unreached = unreached;
        this.publisher = publisher;
    }

    /** In the transaction that gave this one up. */
    void after(Message message) {
        if (goesElsewhere(message)) {
            publisher.publishEvent(new MessagesPlanned());
        }
        unreached.noteIfNoChannelIsLeft(message);
    }

    /** Plans it on the other channel, and says whether it did. News is there anyway, so this is for reminders. */
    boolean goesElsewhere(Message message) {
        Channel other = other(message.channel());
        return message.kind().reminds()
                && contacts.find(message.clientId())
                        .filter(contact -> has(contact, other))
                        .isPresent()
                && messages.planElsewhere(message, other);
    }

    private static boolean has(Contact contact, Channel channel) {
        return contact.address(channel) != null;
    }

    private static Channel other(Channel channel) {
        return switch (channel) {
            case EMAIL -> Channel.SMS;
            case SMS -> Channel.EMAIL;
        };
    }
}
