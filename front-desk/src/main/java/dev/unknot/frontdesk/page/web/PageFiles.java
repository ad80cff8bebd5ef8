package dev.unknot.frontdesk.page.web;

import dev.unknot.frontdesk.page.ErrorView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The files that pages are made with: the same for everybody, and open to everybody. A page names each with the hash of its
 * content, so a browser keeps it for good; whoever asks for one without a hash asks anew each time.
 */
@Configuration(proxyBeanMethods = false)
class PageFiles implements WebMvcConfigurer {

    private static final String[] FILES = {"/css/**", "/js/**", "/webjars/**", "/icon.svg", "/icon-*.svg"};

    /** As Spring's ContentVersionStrategy writes it. */
    private static final Pattern HASHED = Pattern.compile("(.+)-[0-9a-f]{32}(\\.[^./]+)");

    private static final String FOR_GOOD = "max-age=31536000, public, immutable";
    private static final String ASKED_ANEW = "no-cache";

    /** Made after, and with, those who configure it. */
    private final ObjectProvider<ResourceUrlProvider> addresses;

    PageFiles(ObjectProvider<ResourceUrlProvider> addresses) {
        this.addresses = addresses;
    }

    /** Nobody's session is read or kept for a file. */
    @Bean
    @Order(3)
    SecurityFilterChain files(HttpSecurity http) {
        return http.securityMatcher(FILES)
                .headers(PageFiles::headers)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        // The icon is a document too, for whoever opens it by itself.
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(ErrorView.POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .httpStrictTransportSecurity(
                        hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE).maxAgeInSeconds(31_536_000));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Keeping(addresses));
    }

    /** What there is not is answered without: nobody keeps that a file is missing. */
    private record Keeping(ObjectProvider<ResourceUrlProvider> addresses) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (handler instanceof ResourceHttpRequestHandler) {
                String path = ServletRequestPathUtils.getParsedRequestPath(request)
                        .pathWithinApplication()
                        .value();
                Matcher hashed = HASHED.matcher(path);
                if (hashed.matches()) {
                    if (path.equals(hashedAddress(hashed.group(1) + hashed.group(2)))) {
                        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_GOOD);
                    }
                } else if (hashedAddress(path) != null) {
                    response.setHeader(HttpHeaders.CACHE_CONTROL, ASKED_ANEW);
                }
            }
            return true;
        }

        /** Null: there is no such file. */
        private @Nullable String hashedAddress(String path) {
            return addresses.getObject().getForLookupPath(path);
        }
    }
}
