package dev.unknot.frontdesk.signin;

import dev.unknot.frontdesk.account.DeviceCookie;
import dev.unknot.frontdesk.account.KnownDevices;
import dev.unknot.frontdesk.account.SignIn;
import dev.unknot.frontdesk.page.ErrorView;
import dev.unknot.frontdesk.secondstep.SecondSteps;
import dev.unknot.platform.clock.RealTime;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** The filter chain of all pages but those that have their own: for who is signed in. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    static final String POLICY = ErrorView.POLICY;

    private static final String[] OF_NOBODY = {"/sign-in", CodeFilter.PAGE};

    /** What is open of these has a filter chain in front of this one. */
    private static final String[] OF_PROGRAMS = {"/actuator/**", "/oauth2/**", "/v3/**", "/dev/**"};

    @Bean
    @Order
    SecurityFilterChain staff(
            HttpSecurity http,
            StaffSessions sessions,
            SignIn signIn,
            SecondSteps steps,
            KnownDevices devices,
            SignInRefusals refusals,
            RealTime time) {
        var after = new AfterSignIn(devices, signIn, time);
        return http.headers(PageSecurity::headers)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(sessions))
                .authenticationManager(new ProviderManager(List.of(new StaffSignIn(signIn, steps))))
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OF_NOBODY)
                        .permitAll()
                        .requestMatchers(OF_PROGRAMS)
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .authenticationDetailsSource(DeviceCookie::origin)
                        .successHandler(after)
                        .failureHandler(after))
                .addFilterAfter(
                        secondPage(new CodeFilter(signIn, steps, time), sessions, after),
                        UsernamePasswordAuthenticationFilter.class)
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in")
                        .addLogoutHandler((request, response, who) -> signedOut(who, signIn)))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /** What the first page has from Spring Security: another id for the session, another token for forms. */
    private static CodeFilter secondPage(CodeFilter filter, StaffSessions sessions, AfterSignIn after) {
        filter.setSecurityContextRepository(sessions);
        filter.setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(csrfTokens()))));
        filter.setAuthenticationManager(never -> never);
        filter.setAuthenticationSuccessHandler(after);
        filter.setAuthenticationFailureHandler(after);
        return filter;
    }

    private static void signedOut(@Nullable Authentication who, SignIn signIn) {
        if (who instanceof StaffAuthentication staff) {
            signIn.out(staff.signedIn().account());
        }
    }

    /** In a cookie and not in a session, so that who only looks at the sign-in page leaves nothing in the database. */
    private static CookieCsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("__Host-unknot-csrf");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(true).httpOnly(true).sameSite(SameSite.LAX.attributeValue()));
        return tokens;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                // Also where a proxy ends TLS; a browser ignores it over plain HTTP.
                .httpStrictTransportSecurity(
                        hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE).maxAgeInSeconds(31_536_000));
    }
}
