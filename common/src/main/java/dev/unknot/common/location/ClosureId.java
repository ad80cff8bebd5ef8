package dev.unknot.common.location;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identity of a closure: a UUID, version 7 where Unknot made it. */
public record ClosureId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClosureId {}

    /** Reads the canonical text form; anything else is an {@link IllegalArgumentException}. */
    public static ClosureId of(String text) {
        return new ClosureId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
