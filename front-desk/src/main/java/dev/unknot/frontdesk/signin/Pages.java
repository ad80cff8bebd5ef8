package dev.unknot.frontdesk.signin;

import dev.unknot.frontdesk.secondstep.SecondSteps;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What controllers get from here: the guard in front of them, and who asks. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    private final SecondSteps steps;

    Pages(SecondSteps steps) {
        this.steps = steps;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new RouteGuard(steps));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new StaffArgument());
    }
}
