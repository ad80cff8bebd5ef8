package dev.unknot.notification.message;

import dev.unknot.notification.contact.ContactErased;
import dev.unknot.notification.contact.ContactsMerged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the messages of a client who is erased, or was recorded twice. */
@Component
class MessagesOfClients {
    private final Messages messages;
    private final Ledger ledger;

    MessagesOfClients(Messages messages, Ledger ledger) {
        this.messages = messages;
        this.ledger = ledger;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(ContactErased erased) {
        messages.holdPlanned(erased.clientId()).forEach(message -> ledger.drop(message, DropReason.ERASED));
    }

    /** Those of visits come with each visit's own news, or they would be planned again for who has not been told. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void handOver(ContactsMerged merged) {
        messages.handOverSeatless(merged.merge());
    }
}
