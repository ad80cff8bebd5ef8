package dev.unknot.common.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import dev.unknot.common.therapist.TherapistId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client and how to reach them; at least one of email and phone is known.
 *
 * @param phone E.164
 * @param language BCP 47 tag of the language to write to them in
 * @param barred whether the clinic takes no more bookings of theirs
 * @param avoids therapists who never treat them
 */
@Announced(type = "dev.unknot.client.snapshot.v1", topic = Topics.CLIENTS)
public record ClientSnapshot(
        ClientId id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        String language,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) Boolean barred,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<TherapistId> avoids)
        implements ClientEvent {

    public ClientSnapshot {
        // Both are missing in what was written before there were any.
        barred = barred != null && barred;
        avoids = avoids == null ? Set.of() : Set.copyOf(avoids);
    }

    /** Whom everybody treats. */
    public ClientSnapshot(ClientId id, String name, @Nullable String email, @Nullable String phone, String language) {
        this(id, name, email, phone, language, false, Set.of());
    }

    @Override
    public UUID subject() {
        return id.value();
    }

    /** Without the person: this record ends up in logs of failed deliveries. */
    @Override
    public String toString() {
        return "ClientSnapshot[id=" + id + "]";
    }
}
