package dev.unknot.platform.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.lang.reflect.RecordComponent;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** How the API describes itself at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class OpenApi {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(ExpectedVersion.class);
    }

    @Bean
    ModelConverter scalars() {
        return new Scalars();
    }

    @Bean
    GlobalOperationCustomizer ifMatch() {
        return (operation, handler) -> {
            if (Arrays.stream(handler.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType() == ExpectedVersion.class)) {
                operation.addParametersItem(new HeaderParameter()
                        .name(HttpHeaders.IF_MATCH)
                        .required(true)
                        .description("The ETag you have read")
                        .schema(new StringSchema().example("\"3\"")));
            }
            return operation;
        };
    }

    /** Ids are UUIDs and zones are names on the wire, whatever records and classes hold them here. */
    private static final class Scalars implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
            if (isTypedId(raw)) {
                return new UUIDSchema();
            }
            if (raw == ZoneId.class) {
                return new StringSchema().example("Europe/Berlin");
            }
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        }

        private static boolean isTypedId(Class<?> type) {
            RecordComponent[] parts = type.getRecordComponents();
            return parts != null && parts.length == 1 && parts[0].getType() == UUID.class;
        }
    }
}
