package dev.unknot.common.client;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.text.Language;
import dev.unknot.common.text.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/clients}; at least one of email and phone.
 *
 * @param email as {@link dev.unknot.common.contact.EmailAddress} reads it
 * @param phone in international form, or as it is dialled in the country of {@code locationId}; kept as E.164
 * @param language BCP 47 tag; null: {@code en}
 * @param locationId where they are registered, so that its front desk finds them by name; null: nowhere yet
 * @param notThese clients whom somebody has looked at and who are somebody else. Given, also empty, the call is refused with
 *     {@code client-may-exist} and {@link ClientCandidate}s while another client has this phone or email or a similar name;
 *     null: the caller takes care of that
 */
public record CreateClient(
        @NotBlank @OneLine @Size(max = 100) String name,
        @Nullable @Size(max = 254) String email,
        @Nullable @Size(max = 30) String phone,

        @Nullable @Language @Pattern(regexp = Language.FORM, message = Language.EXPECTATION)
        String language,

        @Nullable LocationId locationId,
        @Nullable @Size(max = 100) Set<ClientId> notThese) {

    /** Registered nowhere yet. */
    public CreateClient(String name, @Nullable String email, @Nullable String phone, @Nullable String language) {
        this(name, email, phone, language, null, null);
    }

    /** Whoever may exist already. */
    public CreateClient(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language,
            @Nullable LocationId locationId) {
        this(name, email, phone, language, locationId, null);
    }

    @Override
    public String toString() {
        return "CreateClient[…]";
    }
}
