package dev.unknot.common.appointment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Why an appointment that stands is no longer covered. Its code is lower case with hyphens. */
public enum Displacement {
    /** The therapist does not work then, or not there. */
    THERAPIST_NOT_WORKING,
    /** The therapist has left, or is not licensed for that day. */
    THERAPIST_LEFT,
    /** The location is closed then. */
    LOCATION_CLOSED,
    /** The room cannot be used then, or is gone. */
    ROOM_OUT;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Displacement ofCode(String code) {
        return Arrays.stream(values())
                .filter(displacement -> displacement.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a displacement is one of " + Arrays.toString(values()) + ", but was '" + code + "'"));
    }
}
