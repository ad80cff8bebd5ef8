package dev.unknot.common.therapist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identity of a therapist: a UUID, version 7 where Unknot made it. */
public record TherapistId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TherapistId {}

    /** Reads the canonical text form; anything else is an {@link IllegalArgumentException}. */
    public static TherapistId of(String text) {
        return new TherapistId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
