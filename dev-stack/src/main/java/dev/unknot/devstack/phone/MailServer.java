package dev.unknot.devstack.phone;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;

/** An SMTP server that takes every mail and keeps it. */
final class MailServer implements AutoCloseable {

    private final GreenMail server;

    MailServer(String address, int port, Journal<Mail> mails, Clock clock) {
        server = new GreenMail(new ServerSetup(port, address, ServerSetup.PROTOCOL_SMTP));
        server.start();
        MessageDeliveryHandler usual = server.getUserManager().getMessageDeliveryHandler();
        server.getUserManager().setMessageDeliveryHandler((mail, mailbox) -> {
            mails.add(read(mail.getMessage(), mailbox, clock));
            return usual.handle(mail, mailbox);
        });
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Mail read(MimeMessage message, MailAddress mailbox, Clock clock) throws MessagingException {
        return new Mail(
                mailbox.getEmail(),
                Objects.requireNonNullElse(message.getMessageID(), ""),
                message.getFrom() == null ? "" : ((InternetAddress) message.getFrom()[0]).toUnicodeString(),
                Objects.requireNonNullElse(message.getSubject(), ""),
                text(message),
                clock.instant());
    }

    private static String text(Part part) throws MessagingException {
        try {
            Object content = part.getContent();
            if (!(content instanceof Multipart parts)) {
                return content.toString().replace("\r\n", "\n").strip();
            }
            // Plain text comes first in multipart/alternative (RFC 2046, 5.1.4).
            return parts.getCount() == 0 ? "" : text(parts.getBodyPart(0));
        } catch (IOException e) {
            throw new MessagingException("unreadable", e);
        }
    }
}
