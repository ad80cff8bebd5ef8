package dev.unknot.common.client;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client and how to reach them; at least one of email and phone is known.
 *
 * @param phone E.164
 * @param language BCP 47 tag of the language to write to them in
 */
@Announced(type = "dev.unknot.client.snapshot.v1", topic = Topics.CLIENTS)
public record ClientSnapshot(
        ClientId id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        String language) implements ClientEvent {

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
