package dev.unknot.common.client;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/v1/clients/{id}}: all of a client's contact; at least one of email and phone.
 *
 * @param email as {@link dev.unknot.common.contact.EmailAddress} reads it
 * @param phone in international form, kept as E.164
 * @param language BCP 47 tag
 */
public record CorrectClient(
        @NotBlank @Size(max = 100) String name,
        @Nullable @Size(max = 254) String email,
        @Nullable @Size(max = 30) String phone,

        @NotNull @Pattern(regexp = "[a-z]{2,3}(-[A-Z]{2})?", message = "must be a language tag such as en or de-AT")
        String language) {

    @Override
    public String toString() {
        return "CorrectClient[…]";
    }
}
