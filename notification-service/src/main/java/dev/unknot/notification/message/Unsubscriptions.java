package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.notification.consent.OptOuts;
import dev.unknot.notification.contact.Contacts;
import dev.unknot.platform.problem.Rejection;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the word of somebody who followed the link in one of our mails that they want no more of them. */
@Service
public class Unsubscriptions {
    private final VisitLinks links;
    private final Messages messages;
    private final Contacts contacts;
    private final OptOuts optOuts;
    private final Clock clock;

    Unsubscriptions(VisitLinks links, Messages messages, Contacts contacts, OptOuts optOuts, Clock clock) {
        this.links = links;
        this.clock = clock;
        this.messages = messages;
        this.contacts = contacts;
        this.optOuts = optOuts;
    }

    /**
     * For the mailbox that the mail went to. Nothing is left to do for a reader who has another by now, was erased or has none: a
     * mail that went astray does not silence the client it was meant for.
     *
     * @param token of the link
     */
    @Transactional
    public void by(String token) {
        Messages.Reader reader = links.mail(token, clock.instant())
                .flatMap(messages::readerOf)
                .orElseThrow(() -> Rejection.notFound("not-found", "There is no such mail."));
        contacts.mailboxSince(reader.client(), reader.sentAt())
                .ifPresent(address -> optOuts.add(Channel.EMAIL, address, OptOuts.Source.LINK));
    }
}
