package dev.unknot.notification.reply;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is answered to whoever asks.
 *
 * @param help the answer to HELP, at most 160 characters
 */
@Validated
@ConfigurationProperties("unknot.replies")
record ReplySettings(
        @DefaultValue(
                "This number sends news of your massage appointments. Reply C to confirm, STOP to opt out, START to opt in.")
        @NotBlank
        @Size(max = 160)
        String help) {}
