package dev.unknot.platform.limit;

import dev.unknot.platform.security.Program;
import dev.unknot.platform.security.SecurityAutoConfiguration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Counts the requests of programs; people are slow enough by themselves. */
@AutoConfiguration(after = SecurityAutoConfiguration.class)
@EnableConfigurationProperties(LimitSettings.class)
public class LimitAutoConfiguration {

    @Bean
    WebMvcConfigurer ratesOfPrograms(LimitSettings settings) {
        var requests = new CallerRate(
                settings.programs(), "too-many-requests", "This program asks too often; it may ask again in a moment.");
        var counting = new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                Program.current().map(Program::caller).ifPresent(requests::count);
                return true;
            }
        };
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(counting);
            }
        };
    }
}
