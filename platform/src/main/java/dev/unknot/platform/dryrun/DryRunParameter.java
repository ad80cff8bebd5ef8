package dev.unknot.platform.dryrun;

import dev.unknot.platform.problem.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads {@code dryRun} of writes, and lets none happen for real that was only to be tried. */
class DryRunParameter implements HandlerInterceptor {

    /** Says that nothing was done: {@code true}. */
    static final String HEADER = "Dry-Run";

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (READS.contains(request.getMethod()) || !(handler instanceof HandlerMethod method) || !asks(request)) {
            return true;
        }
        if (!allows(method)) {
            throw Rejection.malformed("invalid-parameter", "This call cannot be tried out.", DryRun.PARAMETER);
        }
        DryRun.ask(new ServletWebRequest(request));
        response.setHeader(HEADER, "true");
        return true;
    }

    /** Of the query alone: to ask for a parameter would read a body that is a form. */
    private static boolean asks(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || !query.contains(DryRun.PARAMETER)) {
            return false;
        }
        List<String> values = UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getOrDefault(DryRun.PARAMETER, List.of());
        if (!values.stream().allMatch(value -> "true".equals(value) || "false".equals(value))) {
            throw Rejection.malformed(
                    "invalid-parameter", "The parameter dryRun must be true or false.", DryRun.PARAMETER);
        }
        return values.contains("true");
    }

    static boolean allows(HandlerMethod method) {
        return method.hasMethodAnnotation(DryRunnable.class)
                || method.getBeanType().isAnnotationPresent(DryRunnable.class);
    }
}
