package dev.unknot.platform.problem;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** One shape for all refusals and failures. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@Import(ProblemAdvice.class)
public class ProblemAutoConfiguration {

    @Bean
    ProblemWriter problemWriter(JsonMapper json, ApplicationEventPublisher publisher) {
        return new ProblemWriter(json, publisher);
    }

    @Bean
    FailureLog failureLog() {
        return new FailureLog();
    }

    @Bean
    OutageAnswer outageAnswer(@Value("${server.error.path:/error}") String errorPath) {
        return new OutageAnswer(errorPath);
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ErrorPage errorPage(ProblemWriter writer) {
        return new ErrorPage(writer);
    }
}
