package dev.unknot.platform.web;

import dev.unknot.platform.problem.Problem;
import dev.unknot.platform.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Parameters that cannot be read, such as {@code %zz}, are the caller's fault. Each filter behind this one would stumble over
 * them. Nor may their names have brackets or dots: no form here has such a field, and Spring would take them for places in
 * lists and nested records.
 */
class ReadableRequest extends OncePerRequestFilter {

    private static final Pattern PLACE = Pattern.compile("[\\[\\].]");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Problem problem = problem(request);
        if (problem == null) {
            chain.doFilter(request, response);
        } else if (!response.isCommitted()) {
            ProblemWriter.pass(problem, request, response);
        }
    }

    private static @Nullable Problem problem(HttpServletRequest request) {
        try {
            boolean readable = request.getParameterMap().keySet().stream()
                    .noneMatch(name -> PLACE.matcher(name).find());
            return readable ? null : Problem.UNREADABLE_PARAMETERS;
        } catch (InvalidParameterException unreadable) {
            return unreadable.getErrorCode() == Problem.PAYLOAD_TOO_LARGE.status()
                    ? Problem.PAYLOAD_TOO_LARGE
                    : Problem.UNREADABLE_PARAMETERS;
        } catch (IllegalStateException unreadable) {
            return Problem.UNREADABLE_PARAMETERS;
        }
    }
}
