package dev.unknot.common.therapist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identity of a time off: a UUID, version 7 where Unknot made it. */
public record TimeOffId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TimeOffId {}

    /** Reads the canonical text form; anything else is an {@link IllegalArgumentException}. */
    public static TimeOffId of(String text) {
        return new TimeOffId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
