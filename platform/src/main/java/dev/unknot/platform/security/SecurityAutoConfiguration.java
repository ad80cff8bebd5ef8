package dev.unknot.platform.security;

import dev.unknot.common.access.Role;
import dev.unknot.platform.problem.ProblemAutoConfiguration;
import dev.unknot.platform.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A stateless resource server: every address needs a token, but for those that cannot have one. */
@AutoConfiguration(
        after = ProblemAutoConfiguration.class,
        before = {
            OAuth2ResourceServerAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@EnableConfigurationProperties(SecuritySettings.class)
public class SecurityAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    Actors actors(@Value("${spring.application.name:unknot}") String application) {
        return new Actors(application);
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new ReadersOnlyRead());
            }
        };
    }

    @Bean
    GlobalOpenApiCustomizer openCalls(SecuritySettings settings) {
        return new OpenCalls(settings.openPaths());
    }

    /** A service acting alone may only read what {@link SecuritySettings#servicePaths()} names. */
    private static final String[] PEOPLE = Arrays.stream(Role.values())
            .filter(role -> role != Role.SERVICE)
            .map(Role::name)
            .toArray(String[]::new);

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "unknot.security.resource-server", havingValue = "true", matchIfMissing = true)
    static class ResourceServer {

        @Bean
        @ConditionalOnMissingBean
        JwtDecoder jwtDecoder(SecuritySettings settings, SslBundles bundles) {
            return Jwks.decoder(settings, bundles);
        }

        @Bean
        SecurityFilterChain resourceServer(
                HttpSecurity http,
                SecuritySettings settings,
                ProblemWriter problems,
                @Value("${unknot.clock.movable:false}") boolean movableClock) {
            var refusals = new Refusals(problems);
            return http.csrf(AbstractHttpConfigurer::disable)
                    .requestCache(AbstractHttpConfigurer::disable)
                    .logout(AbstractHttpConfigurer::disable)
                    .anonymous(AbstractHttpConfigurer::disable)
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(
                                    DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                            .permitAll()
                            .requestMatchers(openPaths(settings, movableClock))
                            .permitAll()
                            .requestMatchers(reads(settings.servicePaths()))
                            .authenticated()
                            .anyRequest()
                            .hasAnyRole(PEOPLE))
                    .oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                            .accessDeniedHandler(refusals)
                            .jwt(jwt -> jwt.jwtAuthenticationConverter(new BearerTokens()))
                            .withObjectPostProcessor(answering(refusals)))
                    .exceptionHandling(failures ->
                            failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                    .build();
        }

        private static String[] openPaths(SecuritySettings settings, boolean movableClock) {
            var open = new ArrayList<>(
                    List.of("/actuator/health/**", "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml"));
            open.addAll(settings.openPaths());
            if (movableClock) {
                open.add("/dev/**");
            }
            return open.toArray(String[]::new);
        }

        private static RequestMatcher[] reads(List<String> paths) {
            return paths.stream()
                    .map(path -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, path))
                    .toArray(RequestMatcher[]::new);
        }

        /** Left alone, the filter throws on when the issuer is out of reach, and the container answers 500. */
        private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answering(Refusals refusals) {
            return new ObjectPostProcessor<>() {
                @Override
                public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                    filter.setAuthenticationFailureHandler(refusals::commence);
                    return filter;
                }
            };
        }
    }
}
