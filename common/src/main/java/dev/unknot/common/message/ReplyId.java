package dev.unknot.common.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identity of a reply: a UUID, version 7 where Unknot made it. */
public record ReplyId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReplyId {}

    /** Reads the canonical text form; anything else is an {@link IllegalArgumentException}. */
    public static ReplyId of(String text) {
        return new ReplyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
