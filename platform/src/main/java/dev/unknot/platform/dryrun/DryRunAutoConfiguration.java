package dev.unknot.platform.dryrun;

import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Calls that may be tried first. */
@AutoConfiguration
public class DryRunAutoConfiguration {

    @Bean
    NothingIsCommitted nothingIsCommitted() {
        return new NothingIsCommitted();
    }

    @Bean
    WebMvcConfigurer dryRuns() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new DryRunParameter());
            }
        };
    }

    @Bean
    GlobalOperationCustomizer dryRunParameter() {
        return (operation, handler) -> {
            if (DryRunParameter.allows(handler) && writes(handler)) {
                operation.addParametersItem(new QueryParameter()
                        .name(DryRun.PARAMETER)
                        .description("true: answers as the call would, and leaves nothing behind")
                        .schema(new BooleanSchema()._default(false)));
            }
            return operation;
        };
    }

    private static boolean writes(HandlerMethod handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping != null && !List.of(mapping.method()).contains(RequestMethod.GET);
    }
}
