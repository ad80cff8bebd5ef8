package dev.unknot.platform.web;

import dev.unknot.platform.problem.Unkeepable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Refuses texts that no database can keep, where they enter: in bodies and in parameters. */
final class KeepableText extends StringDeserializer {

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (Unkeepable.isIn(text)) {
            throw context.weirdStringException(text, String.class, "unkeepable");
        }
        return text;
    }

    /** Of a parameter; Spring says which. */
    static final class Parameter implements Converter<String, String> {

        @Override
        public String convert(String text) {
            if (Unkeepable.isIn(text)) {
                throw new IllegalArgumentException("unkeepable");
            }
            return text;
        }
    }
}
