package dev.unknot.notification.reply;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is answered to whoever asks.
 *
 * @param help the clinic's own answer to HELP by language, such as {@code en} or {@code de}, each of at most 160 characters; in
 *     a language without one, it is the usual answer
 * @param keptFor how long text and number are kept after somebody has dealt with a reply; a day at least
 */
@Validated
@ConfigurationProperties("unknot.replies")
record ReplySettings(
        @DefaultValue Map<String, @NotBlank @Size(max = 160) String> help,
        @DefaultValue("P90D") @DurationMin(days = 1) Duration keptFor) {}
