package dev.unknot.common.treatment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identity of a treatment: a UUID, version 7 where Unknot made it. */
public record TreatmentId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TreatmentId {}

    /** Reads the canonical text form; anything else is an {@link IllegalArgumentException}. */
    public static TreatmentId of(String text) {
        return new TreatmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
