package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.common.message.DeliveryReport;
import dev.unknot.common.message.MessageId;
import dev.unknot.notification.contact.AddressKey;
import dev.unknot.notification.contact.Contacts;
import dev.unknot.notification.delivery.EmailGateway;
import dev.unknot.notification.email.Bounce;
import dev.unknot.notification.email.BounceMailbox;
import dev.unknot.notification.message.ReportedDelivery.Fault;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes mails that come back for what a gateway reports of an SMS that did not arrive. */
@Component
class Bounces {
    private static final Logger log = LoggerFactory.getLogger(Bounces.class);

    private final BounceMailbox mailbox;
    private final EmailGateway gateway;
    private final Messages messages;
    private final Contacts contacts;
    private final DeliveryReports reports;

    Bounces(
            BounceMailbox mailbox,
            EmailGateway gateway,
            Messages messages,
            Contacts contacts,
            DeliveryReports reports) {
        this.mailbox = mailbox;
        this.gateway = gateway;
        this.messages = messages;
        this.contacts = contacts;
        this.reports = reports;
    }

    @Scheduled(fixedDelayString = "${unknot.bounces.look:1m}", scheduler = OwnThreads.BOUNCES)
    void look() {
        try {
            mailbox.read(this::note);
        } catch (MessagingException | RuntimeException away) {
            // Its class only: a message may quote an address.
            log.warn(
                    "Mails that came back cannot be read now: {}",
                    away.getClass().getName());
        }
    }

    /** Whether it is about a mail of ours. */
    private boolean note(Bounce bounce) {
        Optional<Messages.Reader> reader = id(bounce.mail()).flatMap(messages::readerOf);
        reader.ifPresent(of -> reports.note(new ReportedDelivery(
                bounce.mail(),
                DeliveryReport.UNDELIVERED,
                bounce.code(),
                bounce.mailboxGone() ? Fault.ADDRESS : Fault.OTHER,
                Channel.EMAIL,
                mailboxOf(of, bounce))));
        return reader.isPresent();
    }

    private Optional<MessageId> id(String messageId) {
        try {
            UUID id = UUID.fromString(messageId.replaceAll("^<|@.*$", ""));
            return gateway.messageId(id).equals(messageId) ? Optional.of(new MessageId(id)) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Anybody can write that a mail came back, so only its own reader's mailbox is marked, and only if it is named. */
    private @Nullable String mailboxOf(Messages.Reader reader, Bounce bounce) {
        return contacts.mailboxSince(reader.client(), reader.sentAt())
                .filter(mailbox -> bounce.addresses().stream()
                        .map(address -> AddressKey.of(Channel.EMAIL, address))
                        .anyMatch(AddressKey.of(Channel.EMAIL, mailbox)::equals))
                .orElse(null);
    }
}
