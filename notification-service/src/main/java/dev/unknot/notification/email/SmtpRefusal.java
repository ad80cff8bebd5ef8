package dev.unknot.notification.email;

import dev.unknot.notification.delivery.Delivery;
import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/** What the server's answer, if there was one, makes of a mail. */
final class SmtpRefusal {
    /** It wants a login or encryption: RFC 4954 section 6, RFC 3207 section 4. */
    private static final Set<Integer> NOT_LET_IN = Set.of(530, 534, 535, 538);

    private SmtpRefusal() {}

    static Optional<Delivery> in(MailSendException failure) {
        for (Exception failed : failure.getMessageExceptions()) {
            for (Throwable cause = failed; cause != null; cause = next(cause)) {
                Optional<Delivery> refusal = of(cause);
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Delivery> of(Throwable failure) {
        return switch (failure) {
            case SMTPSenderFailedException ours -> Optional.of(later(ours.getReturnCode()));
            case SMTPAddressFailedException theirs -> of(theirs.getReturnCode());
            case SMTPSendFailedException ours when isOfTheSender(ours) -> Optional.of(later(ours.getReturnCode()));
            // As long as an address' own refusal is chained behind it, that one counts.
            case SMTPSendFailedException refused when refused.getNextException() == null -> of(refused.getReturnCode());
            default -> Optional.empty();
        };
    }

    /** Only 5xx is for good, unless it is about us: that passes once someone mends the settings. */
    private static Optional<Delivery> of(int answer) {
        if (answer >= 500 && !NOT_LET_IN.contains(answer)) {
            return Optional.of(new Delivery.Refused("smtp-" + answer));
        }
        return answer >= 400 ? Optional.of(later(answer)) : Optional.empty();
    }

    /** A connection that ended instead of an answer has -1. */
    private static boolean isOfTheSender(SMTPSendFailedException refused) {
        String command = refused.getCommand();
        return refused.getReturnCode() >= 400
                && command != null
                && command.toUpperCase(Locale.ROOT).startsWith("MAIL");
    }

    private static Delivery later(int answer) {
        return new Delivery.NotNow("smtp-" + answer);
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : failure.getCause();
    }
}
