package dev.unknot.notification.email;

import dev.unknot.common.contact.EmailAddress;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.validation.constraints.NotBlank;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How mails present themselves; the SMTP server itself is {@code spring.mail}'s.
 *
 * @param from an address, with or without a display name: {@code Harbour Massage <hello@harbour.example>}. Its domain
 *     also says hello to the server and ends each Message-ID; a mail about a visit has the location's name beside it
 * @param bounces where mails that cannot be delivered come back to (envelope sender); null: to {@code from}
 */
@Validated
@ConfigurationProperties("unknot.email")
record EmailSettings(@NotBlank String from, @Nullable String bounces) {

    /** Where bounces go. */
    String envelope() {
        return bounces == null || bounces.isBlank()
                ? sender().getAddress()
                : EmailAddress.of(bounces).mailbox();
    }

    /** After the @, in ASCII. */
    String domain() {
        return EmailAddress.of(sender().getAddress()).asciiDomain();
    }

    /** Its name is encoded (RFC 2047), whatever letters it has: as it stands, {@code č} would end the header. */
    InternetAddress sender() {
        try {
            InternetAddress sender = new InternetAddress(from, true);
            sender.setAddress(EmailAddress.of(sender.getAddress()).mailbox());
            String name = sender.getPersonal();
            if (name != null) {
                sender.setPersonal(name, StandardCharsets.UTF_8.name());
            }
            return sender;
        } catch (AddressException | UnsupportedEncodingException malformed) {
            throw new IllegalArgumentException(
                    "UNKNOT_EMAIL_FROM (unknot.email.from) is an address such as Harbour Massage <hello@harbour.example>",
                    malformed);
        }
    }
}
