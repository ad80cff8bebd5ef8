package dev.unknot.platform.idempotency;

import dev.unknot.platform.event.ActorSource;
import dev.unknot.platform.security.SecurityAutoConfiguration;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.transaction.LockingAutoConfiguration;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Creates that may be sent twice, where there is a database to remember them in. */
@AutoConfiguration(after = {LockingAutoConfiguration.class, SecurityAutoConfiguration.class})
public class IdempotencyAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(IdempotencyKey.class);
    }

    @Bean
    @ConditionalOnBean(Attempts.class)
    IdempotentCreates idempotentCreates(Attempts attempts, StoredAnswers answers, ActorSource actors, JsonMapper json) {
        return new IdempotentCreates(attempts, answers, actors, json);
    }

    @Bean
    @ConditionalOnBean(Attempts.class)
    StoredAnswers storedAnswers(JdbcClient database, Clock clock) {
        return new StoredAnswers(database, clock);
    }

    @Bean
    @ConditionalOnBean(Attempts.class)
    KeySweep keySweep(StoredAnswers answers) {
        return new KeySweep(answers);
    }

    @Bean
    WebMvcConfigurer idempotencyKeyArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new IdempotencyKeyArgument());
            }
        };
    }

    @Bean
    GlobalOperationCustomizer idempotencyKeyHeader() {
        return (operation, handler) -> {
            if (Arrays.stream(handler.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType() == IdempotencyKey.class)) {
                operation.addParametersItem(new HeaderParameter()
                        .name(IdempotencyKey.HEADER)
                        .description("Sent again with the same key, a create happens once and answers the same")
                        .schema(new StringSchema().minLength(1).maxLength(255)));
            }
            return operation;
        };
    }
}
