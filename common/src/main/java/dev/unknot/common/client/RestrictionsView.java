package dev.unknot.common.client;

import dev.unknot.common.therapist.TherapistId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client is not booked for, as staff see it.
 *
 * @param version the client's
 * @param barred why the clinic takes no more bookings of theirs; null: it does
 * @param avoids therapists who never treat them
 */
public record RestrictionsView(
        ClientId clientId, long version, @Nullable String barred, Set<TherapistId> avoids) {

    /** Without the words: they speak of a person. */
    @Override
    public String toString() {
        return "RestrictionsView[clientId=" + clientId + "]";
    }
}
