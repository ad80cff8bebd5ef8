package dev.unknot.platform.openapi;

import dev.unknot.platform.web.ExpectedVersion;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.time.ZoneId;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;

/** How the API describes itself at {@code /v3/api-docs}. */
@AutoConfiguration
public class OpenApiAutoConfiguration {

    static {
        // An enum is one schema wherever it stands, so that a generated client has one type for it.
        ModelResolver.enumsAsRef = true;
        // Springdoc leaves zones out, since Spring can also take one from the request itself; here it is a parameter.
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(ExpectedVersion.class)
                .removeRequestWrapperToIgnore(ZoneId.class);
    }

    @Bean
    ModelConverter scalars() {
        return new Scalars();
    }

    @Bean
    ModelConverter recordFacts() {
        return new RecordFacts();
    }

    @Bean
    GlobalOperationCustomizer ifMatch() {
        return (operation, handler) -> {
            Arrays.stream(handler.getMethodParameters())
                    .filter(parameter -> parameter.getParameterType() == ExpectedVersion.class)
                    .forEach(parameter -> operation.addParametersItem(new HeaderParameter()
                            .name(HttpHeaders.IF_MATCH)
                            .required(!parameter.isOptional())
                            .description("The ETag you have read")
                            .schema(new StringSchema().example("\"3\""))));
            return operation;
        };
    }

    @Bean
    GlobalOperationCustomizer answers() {
        return new Answers();
    }

    @Bean
    GlobalOperationCustomizer refusals() {
        return new Refusals();
    }

    @Bean
    GlobalOpenApiCustomizer heading(@Value("${spring.application.name:unknot}") String service) {
        return new Heading(service);
    }

    /** Behind what says which calls need no token. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    GlobalOpenApiCustomizer problems() {
        return new Problems();
    }

    @Bean
    GlobalOpenApiCustomizer wholePatterns() {
        return new WholePatterns();
    }
}
