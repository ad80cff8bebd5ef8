package dev.unknot.common.client;

import dev.unknot.common.text.Prose;
import dev.unknot.common.therapist.TherapistId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/v1/clients/{id}/restrictions}: all of them.
 *
 * @param barred why the clinic takes no more bookings of theirs, for staff only; null: it does
 * @param avoids therapists who never treat them
 */
public record PutRestrictions(
        @Nullable @Prose @Size(max = 500) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must say why")
        String barred,

        @NotNull @Size(max = 50) Set<@NotNull TherapistId> avoids) {

    /** Without the words: they speak of a person. */
    @Override
    public String toString() {
        return "PutRestrictions[…]";
    }
}
