package dev.unknot.platform.idempotency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * One text for one meaning: fields by name, and sets, which keep no order from one JVM to the next, by their elements'
 * text. A field without a value is left out, so that a version that knows one more optional field says the same.
 */
class CanonicalJson {

    private final JsonMapper mapper;

    CanonicalJson(JsonMapper json) {
        JsonMapper present = json.rebuild()
                .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
        this.mapper = present.rebuild()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .addModule(new SimpleModule("sorted sets").addSerializer(new SortedSets(present)))
                .build();
    }

    byte[] bytes(Object request) {
        return mapper.writeValueAsBytes(request);
    }

    private static final class SortedSets extends StdSerializer<Set<?>> {

        private final JsonMapper elements;

        SortedSets(JsonMapper elements) {
            super(Set.class);
            this.elements = elements;
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator out, SerializationContext context) {
            var texts = new TreeSet<String>();
            set.forEach(element -> texts.add(elements.writeValueAsString(element)));
            out.writeStartArray();
            texts.forEach(out::writeRawValue);
            out.writeEndArray();
        }
    }
}
