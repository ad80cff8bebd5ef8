package dev.unknot.notification.email;

import dev.unknot.notification.delivery.Delivery;
import dev.unknot.notification.delivery.Email;
import dev.unknot.notification.delivery.EmailGateway;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

@Component
class SmtpGateway implements EmailGateway {
    private final JavaMailSender sender;
    private final EmailSettings settings;

    SmtpGateway(JavaMailSender sender, EmailSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    @Override
    public Delivery send(Email email) {
        try {
            sender.send(mime(email));
            return new Delivery.Accepted(email.messageId());
        } catch (AddressException malformed) {
            return new Delivery.Refused("malformed-address");
        } catch (MessagingException unwritable) {
            return new Delivery.Refused("unwritable");
        } catch (MailSendException refused) {
            return refusal(refused);
        } catch (MailException unreachable) {
            return new Delivery.NotNow("smtp");
        }
    }

    private MimeMessage mime(Email email) throws MessagingException {
        MimeMessage mime = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(mime, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(email.to());
        helper.setSubject(email.subject());
        helper.setText(email.body());
        mime.setHeader("Message-ID", email.messageId());
        // RFC 3834: keeps out-of-office answers away.
        mime.setHeader("Auto-Submitted", "auto-generated");
        return mime;
    }

    /** Only what the server answered with 5xx is for good; SMTP's 4xx and a lost connection are not. */
    private static Delivery refusal(MailSendException failure) {
        for (Exception failed : failure.getMessageExceptions()) {
            for (Throwable cause = failed; cause != null; cause = next(cause)) {
                int answer = answer(cause);
                if (answer >= 500) {
                    return new Delivery.Refused("smtp-" + answer);
                }
                if (answer >= 400) {
                    return new Delivery.NotNow("smtp-" + answer);
                }
            }
        }
        return new Delivery.NotNow("smtp");
    }

    private static int answer(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            // 0 as long as an address' own refusal is chained behind it.
            case SMTPSendFailedException refused -> refused.getNextException() == null ? refused.getReturnCode() : 0;
            default -> 0;
        };
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : failure.getCause();
    }
}
