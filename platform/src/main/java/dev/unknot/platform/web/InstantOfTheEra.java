package dev.unknot.platform.web;

import dev.unknot.common.time.Era;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/** Reads a text only, not a number of seconds, and none outside the years in which everything takes place. */
final class InstantOfTheEra extends StdDeserializer<Instant> {

    InstantOfTheEra() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getString();
        Instant read = InstantDeserializer.INSTANT.deserialize(parser, context);
        if (read != null && !Era.includes(read)) {
            throw context.weirdStringException(text, Instant.class, "outside of the years here");
        }
        return read;
    }
}
