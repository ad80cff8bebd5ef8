package dev.unknot.common.client;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.text.Language;
import dev.unknot.common.text.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/v1/clients/{id}}: all of a client's contact; at least one of email and phone.
 *
 * @param email as {@link dev.unknot.common.contact.EmailAddress} reads it
 * @param phone in international form, or as it is dialled in the country of {@code locationId}; kept as E.164
 * @param language BCP 47 tag
 * @param locationId in whose country the phone number is dialled; null: in that of the locations where the client is known, if
 *     all of them lie in one
 */
public record CorrectClient(
        @NotBlank @OneLine @Size(max = 100) String name,
        @Nullable @Size(max = 254) String email,
        @Nullable @Size(max = 30) String phone,

        @NotNull @Language @Pattern(regexp = Language.FORM, message = Language.EXPECTATION)
        String language,

        @Nullable LocationId locationId) {

    /** Dialled where the client is known. */
    public CorrectClient(String name, @Nullable String email, @Nullable String phone, String language) {
        this(name, email, phone, language, null);
    }

    @Override
    public String toString() {
        return "CorrectClient[…]";
    }
}
