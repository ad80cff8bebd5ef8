package dev.unknot.notification.email;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How mails present themselves; the SMTP server itself is {@code spring.mail}'s.
 *
 * @param from an address, with or without a display name: {@code Harbour Massage <hello@harbour.example>}
 */
@Validated
@ConfigurationProperties("unknot.email")
record EmailSettings(@NotBlank String from) {}
