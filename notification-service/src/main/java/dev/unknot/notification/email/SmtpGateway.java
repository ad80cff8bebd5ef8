package dev.unknot.notification.email;

import dev.unknot.common.contact.EmailAddress;
import dev.unknot.common.contact.UnusableContact;
import dev.unknot.notification.delivery.Delivery;
import dev.unknot.notification.delivery.Email;
import dev.unknot.notification.delivery.EmailGateway;
import dev.unknot.notification.delivery.Handover;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
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

    SmtpGateway(JavaMailSenderImpl sender, EmailSettings settings) {
        this.sender = sender;
        this.international = new InternationalMail(sender);
        this.from = settings.sender();
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
        MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(mailbox(to));
        helper.setSubject(email.subject());
        helper.setText(email.body());
        mail.setHeader("Message-ID", email.messageId());
        // RFC 3834: keeps out-of-office answers away.
        mail.setHeader("Auto-Submitted", "auto-generated");
    }

    /** Not parsed again: the rules for addresses have read it. */
    private static InternetAddress mailbox(EmailAddress to) {
        InternetAddress mailbox = new InternetAddress();
        mailbox.setAddress(to.mailbox());
        return mailbox;
    }
}
