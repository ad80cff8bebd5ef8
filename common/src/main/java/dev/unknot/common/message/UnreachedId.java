package dev.unknot.common.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identity of the note that no channel reached a client: a UUID, version 7 where Unknot made it. */
public record UnreachedId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnreachedId {}

    /** Reads the canonical text form; anything else is an {@link IllegalArgumentException}. */
    public static UnreachedId of(String text) {
        return new UnreachedId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
