package dev.unknot.notification.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.validation.constraints.NotBlank;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How mails present themselves; the SMTP server itself is {@code spring.mail}'s.
 *
 * @param from an address, with or without a display name: {@code Harbour Massage <hello@harbour.example>}
 */
@Validated
@ConfigurationProperties("unknot.email")
record EmailSettings(@NotBlank String from) {

    /** Its name is encoded (RFC 2047), whatever letters it has: as it stands, {@code č} would end the header. */
    InternetAddress sender() {
        try {
            InternetAddress sender = new InternetAddress(from, true);
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
