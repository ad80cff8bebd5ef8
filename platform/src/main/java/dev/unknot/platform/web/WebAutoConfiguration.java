package dev.unknot.platform.web;

import dev.unknot.platform.problem.ProblemAutoConfiguration;
import dev.unknot.platform.problem.ProblemWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** What all HTTP APIs share. */
@AutoConfiguration(after = ProblemAutoConfiguration.class, before = WebMvcAutoConfiguration.class)
public class WebAutoConfiguration {

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    /** An API's sentences do not depend on who asks; a service with pages brings its own resolver. */
    @Bean
    @ConditionalOnMissingBean(name = "localeResolver")
    LocaleResolver localeResolver() {
        return new FixedLocaleResolver(Locale.ENGLISH);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimit(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    /** Behind the one that says the encoding, and once the length is within bounds. */
    @Bean
    FilterRegistrationBean<ReadableRequest> readableRequest() {
        var registration = new FilterRegistrationBean<>(new ReadableRequest());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 101);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> valves(
            @Value("${unknot.web.longest-body}") Duration longestBody) {
        return server -> server.addContextCustomizers(context -> {
            context.getParent().getParent().getPipeline().addValve(new SlowBodies(longestBody));
            context.getParent().getPipeline().addValve(new StrayRequests(context));
        });
    }

    @Bean
    FilterRegistrationBean<NamedBodyType> namedBodyType(ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new NamedBodyType(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    /** A browser may name as many languages as its owner speaks; the header as a whole is limited. */
    @Bean
    TomcatConnectorCustomizer languagesWithoutLimit() {
        return connector -> connector.setMaxLocaleCount(-1);
    }

    /** First, so that a service may read what it knows better. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebMvcConfigurer apiConventions() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ExpectedVersionArgument());
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                var iso = new DateTimeFormatterRegistrar();
                iso.setUseIsoFormat(true);
                iso.registerFormatters(registry);
                registry.addConverter(new KeepableText.Parameter());
                // In front of Spring's own, which are asked after what was added later.
                registry.addConverter(new TimesOfTheEra());
            }
        };
    }
}
