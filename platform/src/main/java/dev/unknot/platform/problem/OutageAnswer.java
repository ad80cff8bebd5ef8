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
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers where the database is away before any controller is reached, as when a session is looked up. The container would
 * send such a request through the same filters once more to find the page for it, where it fails again.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 2) // inside the failure log, outside of sessions
final class OutageAnswer extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OutageAnswer.class);

    private final String errorPath;

    OutageAnswer(String errorPath) {
        this.errorPath = errorPath;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            if (response.isCommitted() || !Outage.isBehind(failure)) {
                throw failure;
            }
            LOG.warn(
                    "{} {} is answered 503: {}",
                    request.getMethod(),
                    FailureLog.route(request),
                    failure.getClass().getName());
            response.resetBuffer();
            ProblemWriter.note(Problem.TEMPORARILY_UNAVAILABLE, request);
            request.getRequestDispatcher(errorPath).forward(request, response);
        }
    }
}
