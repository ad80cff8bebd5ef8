package dev.unknot.notification.message;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Channel;
import dev.unknot.notification.consent.OptOuts;
import dev.unknot.notification.contact.Contacts;
import dev.unknot.platform.problem.Rejection;
import java.time.Clock;
import java.util.Optional;
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
     * For the address that the mail's reader has now; nothing is left to do for one who was erased or has none.
     *
     * @param token of the link
     */
    @Transactional
    public void by(String token) {
        ClientId reader = links.mail(token, clock.instant())
                .flatMap(messages::readerOf)
                .orElseThrow(() -> Rejection.notFound("not-found", "There is no such mail."));
        contacts.find(reader)
                .flatMap(contact -> Optional.ofNullable(contact.email()))
                .ifPresent(address -> optOuts.add(Channel.EMAIL, address, OptOuts.Source.LINK));
    }
}
