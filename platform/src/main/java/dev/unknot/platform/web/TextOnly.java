package dev.unknot.platform.web;

import java.util.function.Predicate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a time of any kind from a text only, and none that is out of bounds: of a number nobody knows whether it is of seconds,
 * minutes or milliseconds.
 */
final class TextOnly<T> extends StdDeserializer<T> {

    private final ValueDeserializer<T> reading;
    private final Predicate<T> known;

    TextOnly(Class<T> type, ValueDeserializer<T> reading) {
        this(type, reading, any -> true);
    }

    /** @param known whether what was read lies within bounds */
    TextOnly(Class<T> type, ValueDeserializer<T> reading, Predicate<T> known) {
        super(type);
        this.reading = reading;
        this.known = known;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(handledType(), parser);
        }
        String text = parser.getString();
        T read = reading.deserialize(parser, context);
        if (read != null && !known.test(read)) {
            throw context.weirdStringException(text, handledType(), "outside of the years here");
        }
        return read;
    }
}
