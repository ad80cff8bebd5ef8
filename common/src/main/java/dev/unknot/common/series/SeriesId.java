package dev.unknot.common.series;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identity of a series of appointments: a UUID, version 7 where Unknot made it. */
public record SeriesId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SeriesId {}

    /** Reads the canonical text form; anything else is an {@link IllegalArgumentException}. */
    public static SeriesId of(String text) {
        return new SeriesId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
