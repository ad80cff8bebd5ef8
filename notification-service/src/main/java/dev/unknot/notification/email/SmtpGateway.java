package dev.unknot.notification.email;

import dev.unknot.common.contact.EmailAddress;
import dev.unknot.common.contact.UnusableContact;
import dev.unknot.notification.delivery.Delivery;
import dev.unknot.notification.delivery.Email;
import dev.unknot.notification.delivery.EmailGateway;
import dev.unknot.notification.delivery.Handover;
import dev.unknot.notification.delivery.Letter;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** A mail counts as not taken until its final dot is sent; only from then on a lost answer leaves it open. */
@Component
class SmtpGateway implements EmailGateway {
    private final JavaMailSenderImpl sender;
    private final InternationalMail international;
    private final InternetAddress from;
    private final String domain;

    SmtpGateway(JavaMailSenderImpl sender, EmailSettings settings) {
        this.sender = sender;
        this.from = settings.sender();
        this.domain = settings.domain();
        introduce(sender, settings);
        this.international = new InternationalMail(sender);
    }

    /** Who says hello, and where bounces go, unless {@code spring.mail.properties} says otherwise. */
    private static void introduce(JavaMailSenderImpl sender, EmailSettings settings) {
        String protocol = sender.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : sender.getProtocol();
        Properties properties = sender.getJavaMailProperties();
        properties.putIfAbsent("mail." + protocol + ".localhost", settings.domain());
        properties.putIfAbsent("mail." + protocol + ".from", settings.envelope());
    }

    @Override
    public String messageId(UUID message) {
        return "<" + message + "@" + domain + ">";
    }

    @Override
    public Delivery send(Email email, Handover handover) {
        EmailAddress to;
        try {
            to = EmailAddress.of(email.to());
        } catch (UnusableContact malformed) {
            return new Delivery.Unreachable("malformed-address");
        }
        JavaMailSenderImpl way = to.needsSmtpUtf8() ? international : sender;
        WatchedMail mail = new WatchedMail(way.getSession(), handover);
        try {
            write(email, to, mail);
        } catch (MessagingException unwritable) {
            return new Delivery.Refused("unwritable");
        }
        return send(way, mail, email.messageId(), handover);
    }

    private static Delivery send(JavaMailSenderImpl way, WatchedMail mail, String messageId, Handover handover) {
        try {
            way.send(mail);
            return new Delivery.Accepted(messageId);
        } catch (MailSendException failure) {
            return handover.done() && failure.getMessageExceptions().length == 0
                    // It was taken; only the leave-taking failed.
                    ? new Delivery.Accepted(messageId)
                    : SmtpRefusal.in(failure).orElseGet(() -> unanswered(handover));
        } catch (MailAuthenticationException ours) {
            return new Delivery.OurFault("smtp-login", true);
        } catch (MailException failure) {
            return unanswered(handover);
        }
    }

    private static Delivery unanswered(Handover handover) {
        if (handover.done()) {
            return new Delivery.Unknown("connection-lost");
        }
        return handover.givenUp() ? new Delivery.KeptBack() : new Delivery.Away("smtp");
    }

    private void write(Email email, EmailAddress to, WatchedMail mail) throws MessagingException {
        Letter letter = email.letter();
        MimeMessageHelper helper = letter == null
                ? new MimeMessageHelper(mail, StandardCharsets.UTF_8.name())
                : new MimeMessageHelper(mail, MimeMessageHelper.MULTIPART_MODE_MIXED, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(mailbox(to));
        helper.setSubject(email.subject());
        if (letter == null) {
            helper.setText(email.body());
        } else {
            write(letter, email.body(), helper);
        }
        mail.setHeader("Message-ID", email.messageId());
        // RFC 3834: keeps out-of-office answers away.
        mail.setHeader("Auto-Submitted", "auto-generated");
    }

    private void write(Letter letter, String body, MimeMessageHelper helper) throws MessagingException {
        helper.setText(body, letter.html());
        helper.setFrom(named(letter.sender()));
        if (letter.replyTo() != null) {
            replyTo(letter.replyTo(), helper);
        }
        if (letter.calendar() != null) {
            byte[] file = letter.calendar().getBytes(StandardCharsets.UTF_8);
            helper.addAttachment("visit.ics", new ByteArrayDataSource(file, "text/calendar; charset=UTF-8"));
        }
        MimeMessage mail = helper.getMimeMessage();
        mail.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
        mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /** A location's that was written down before addresses were checked may be none; answers go to the sender then. */
    private static void replyTo(String address, MimeMessageHelper helper) throws MessagingException {
        EmailAddress readable;
        try {
            readable = EmailAddress.of(address);
        } catch (UnusableContact malformed) {
            return;
        }
        helper.setReplyTo(mailbox(readable));
    }

    /** In letters of any script, encoded; a line break in a name would begin another header. */
    private InternetAddress named(String name) {
        try {
            String line = name.replaceAll("\\p{Cntrl}+", " ");
            return new InternetAddress(from.getAddress(), line, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every JDK has UTF-8", impossible);
        }
    }

    /** Not parsed again: the rules for addresses have read it. */
    private static InternetAddress mailbox(EmailAddress to) {
        InternetAddress mailbox = new InternetAddress();
        mailbox.setAddress(to.mailbox());
        return mailbox;
    }
}
