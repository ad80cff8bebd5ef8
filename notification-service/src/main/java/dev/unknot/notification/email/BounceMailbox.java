package dev.unknot.notification.email;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.URLName;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The mailbox that undelivered mails come back to, over IMAP. What was taken is deleted there, since it names the client; anything
 * else is marked as read and left to people.
 */
@Component
public class BounceMailbox {
    private static final Logger log = LoggerFactory.getLogger(BounceMailbox.class);

    /** Looked at in one go; the others are next. */
    private static final int BATCH = 100;

    /** In octets; a mail that came back brings its first lines along, not a film. */
    private static final int LARGEST = 2_000_000;

    private static final String PATIENCE_MS = "10000";
    private static final FlagTerm UNREAD = new FlagTerm(new Flags(Flags.Flag.SEEN), false);

    private final BounceSettings settings;

    BounceMailbox(BounceSettings settings) {
        this.settings = settings;
    }

    /**
     * Offers each new bounce; without a mailbox, none.
     *
     * @param taker whether it was about a mail of ours; what it throws leaves the bounce where it is
     * @throws MessagingException when the mailbox cannot be read now
     */
    public void read(Predicate<Bounce> taker) throws MessagingException {
        if (settings.mailbox() == null) {
            return;
        }
        URLName address = new URLName(settings.mailbox());
        String name = address.getFile() == null || address.getFile().isEmpty() ? "INBOX" : address.getFile();
        try (Store store = session().getStore(address)) {
            store.connect();
            try (Folder folder = store.getFolder(name)) {
                folder.open(Folder.READ_WRITE);
                for (Message mail : unread(folder)) {
                    boolean taken = bounce(mail).filter(taker).isPresent();
                    mail.setFlag(taken ? Flags.Flag.DELETED : Flags.Flag.SEEN, true);
                }
            }
        }
    }

    private static List<Message> unread(Folder folder) throws MessagingException {
        return Arrays.stream(folder.search(UNREAD)).limit(BATCH).toList();
    }

    /** Empty also for what cannot be read: anybody may write to that mailbox. */
    private static Optional<Bounce> bounce(Message mail) {
        try {
            return mail.getSize() > LARGEST ? Optional.empty() : DeliveryStatus.of(mail);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            // Its class only: a message may quote an address.
            log.info(
                    "A mail among the bounces cannot be read: {}",
                    unreadable.getClass().getName());
            return Optional.empty();
        }
    }

    private static Session session() {
        Properties properties = new Properties();
        for (String protocol : List.of("imap", "imaps")) {
            String prefix = "mail." + protocol + ".";
            // Looking at a mail does not mark it as read.
            properties.setProperty(prefix + "peek", "true");
            properties.setProperty(prefix + "connectiontimeout", PATIENCE_MS);
            properties.setProperty(prefix + "timeout", PATIENCE_MS);
            properties.setProperty(prefix + "writetimeout", PATIENCE_MS);
        }
        return Session.getInstance(properties);
    }
}
