package dev.unknot.notification.email;

import dev.unknot.notification.delivery.Delivery;
import dev.unknot.notification.delivery.Email;
import dev.unknot.notification.delivery.EmailGateway;
import dev.unknot.notification.delivery.Handover;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** A mail counts as not taken until its final dot is sent; only from then on a lost answer leaves it open. */
@Component
class SmtpGateway implements EmailGateway {
    private final JavaMailSender sender;
    private final EmailSettings settings;

    SmtpGateway(JavaMailSender sender, EmailSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    @Override
    public Delivery send(Email email, Handover handover) {
        WatchedMail mail = new WatchedMail(handover);
        try {
            write(email, mail);
        } catch (AddressException malformed) {
            return new Delivery.Unreachable("malformed-address");
        } catch (MessagingException unwritable) {
            return new Delivery.Refused("unwritable");
        }
        try {
            sender.send(mail);
            return new Delivery.Accepted(email.messageId());
        } catch (MailSendException failure) {
            return handover.done() && failure.getMessageExceptions().length == 0
                    // It was taken; only the leave-taking failed.
                    ? new Delivery.Accepted(email.messageId())
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

    private void write(Email email, WatchedMail mail) throws MessagingException {
        MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(email.to());
        helper.setSubject(email.subject());
        helper.setText(email.body());
        mail.setHeader("Message-ID", email.messageId());
        // RFC 3834: keeps out-of-office answers away.
        mail.setHeader("Auto-Submitted", "auto-generated");
    }
}
