package dev.unknot.common.appointment;

import dev.unknot.common.text.Prose;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A soft rule set aside by staff.
 *
 * @param code of the rule, such as {@code notice-too-short}
 * @param reason in words, kept with the appointment and never announced
 */
public record Waiver(
        @NotBlank @Pattern(regexp = "[a-z-]{1,40}", message = "must be the code of a rule")
        String code,

        @NotBlank @Prose @Size(max = 200) String reason) {}
