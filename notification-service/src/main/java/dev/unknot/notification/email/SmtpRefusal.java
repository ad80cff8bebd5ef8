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
            case InternationalMail.NotOffered missing -> Optional.of(new Delivery.Unreachable("smtputf8-not-offered"));
            case SMTPSenderFailedException ours -> Optional.of(ofUs(ours.getReturnCode()));
            case SMTPAddressFailedException theirs
            when isOfTheMailbox(theirs) -> Optional.of(new Delivery.Unreachable("smtp-" + theirs.getReturnCode()));
            case SMTPAddressFailedException theirs -> of(theirs.getReturnCode());
            case SMTPSendFailedException ours when isOfTheSender(ours) -> Optional.of(ofUs(ours.getReturnCode()));
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
        return answer >= 400 ? Optional.of(ofUs(answer)) : Optional.empty();
    }

    /**
     * Whether the mailbox does not exist, so that no mail will ever arrive there. Only an enhanced code says so: a bare 550 is also
     * the answer to no access and to a policy, a bare 553 to a relay that is not allowed (RFC 5321 section 4.2.3). Those
     * are of this mail only.
     */
    private static boolean isOfTheMailbox(SMTPAddressFailedException refused) {
        return refused.getReturnCode() >= 500
                && EnhancedCode.in(String.valueOf(refused.getMessage()))
                        .filter(EnhancedCode::saysNoSuchMailbox)
                        .isPresent();
    }

    /** A connection that ended instead of an answer has -1. */
    private static boolean isOfTheSender(SMTPSendFailedException refused) {
        String command = refused.getCommand();
        return refused.getReturnCode() >= 400
                && command != null
                && command.toUpperCase(Locale.ROOT).startsWith("MAIL");
    }

    /** 4xx passes by itself; 5xx only when somebody mends the settings. */
    private static Delivery ofUs(int answer) {
        return answer >= 500 ? new Delivery.OurFault("smtp-" + answer, false) : new Delivery.NotNow("smtp-" + answer);
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : failure.getCause();
    }
}
