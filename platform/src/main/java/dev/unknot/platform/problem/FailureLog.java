package dev.unknot.platform.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Notes once what fails behind the controllers, such as a template. The container and the template engine would each print
 * every cause at length, with the values in it; both are silent (see {@code platform-defaults.properties}). For a template
 * its place says more than three hundred lines of the engine's own do.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // inside the trace
final class FailureLog extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final boolean TEMPLATES = ClassUtils.isPresent(
            "org.thymeleaf.exceptions.TemplateProcessingException", FailureLog.class.getClassLoader());

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException | Error failure) {
            if (!DisconnectedClientHelper.isClientDisconnectedException(failure)) {
                LOG.error("{} {} failed{}", request.getMethod(), route(request), inATemplateOrElsewhere(failure));
            }
            throw failure;
        }
    }

    private static String inATemplateOrElsewhere(Throwable failure) {
        String inTemplate = TEMPLATES ? TemplatePlace.of(failure) : null;
        return inTemplate == null ? ":\n" + Diagnosis.of(failure) : " in " + inTemplate;
    }

    /** As the controllers name it, so that nothing of what was typed is in it. */
    static String route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "of no route" : pattern.toString();
    }
}
