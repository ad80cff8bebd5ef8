package dev.unknot.platform.openapi;

import dev.unknot.common.money.Money;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What stands in one string on the wire, whatever records and classes hold it here: ids are UUIDs, zones are names, and a
 * local time is no instant, for it has no offset. Formats are those of the OpenAPI initiative's registry.
 */
final class Scalars implements ModelConverter {

    private static final String CLOCK = "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?";

    private static final Map<Class<?>, Supplier<Schema<?>>> KNOWN = Map.of(
            UUID.class, Scalars::id,
            ZoneId.class, () -> new StringSchema().example("Europe/Berlin").description("A name of the IANA's"),
            Instant.class, () -> text("date-time", "2026-03-02T09:00:00Z"),
            LocalDate.class, () -> text("date", "2026-03-02"),
            LocalTime.class, () -> text("time-local", "09:00:00").pattern("^" + CLOCK + "$"),
            LocalDateTime.class,
                    () -> text("date-time-local", "2026-03-02T10:00:00")
                            .pattern("^\\d{4}-\\d{2}-\\d{2}T" + CLOCK + "$")
                            .description("On the location's wall clock, for display"),
            Duration.class, () -> text("duration", "PT24H"));

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (isTypedId(raw)) {
            return id();
        }
        if (MultiValueMap.class.isAssignableFrom(raw)) {
            return new MapSchema().additionalProperties(new StringSchema());
        }
        Supplier<Schema<?>> known = KNOWN.get(raw);
        if (known != null) {
            return known.get();
        }
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (raw == Money.class && resolved != null) {
            exemplify(Schemas.meant(resolved, context.getDefinedModels()).getProperties());
        }
        return resolved;
    }

    private static void exemplify(Map<String, Schema> money) {
        money.computeIfPresent(
                "amount", (name, amount) -> amount.example(8900).description("In minor units, such as cents"));
        money.computeIfPresent(
                "currency", (name, currency) -> currency.example("EUR").description("An ISO 4217 code"));
    }

    private static boolean isTypedId(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        return parts != null && parts.length == 1 && parts[0].getType() == UUID.class;
    }

    private static Schema<?> id() {
        return new UUIDSchema().example("0197a000-0000-7000-8000-000000000001");
    }

    private static Schema<?> text(String format, String example) {
        return new StringSchema().format(format).example(example);
    }
}
