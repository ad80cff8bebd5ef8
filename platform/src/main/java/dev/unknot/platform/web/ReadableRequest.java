package dev.unknot.platform.web;

import dev.unknot.platform.problem.Problem;
import dev.unknot.platform.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/** Parameters that cannot be read, such as {@code %zz}, are the caller's fault. Each filter behind this one would stumble over them. */
class ReadableRequest extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isReadable(request)) {
            chain.doFilter(request, response);
        } else {
            ProblemWriter.pass(Problem.UNREADABLE_PARAMETERS, request, response);
        }
    }

    private static boolean isReadable(HttpServletRequest request) {
        try {
            Map<String, String[]> read = request.getParameterMap();
            return read != null;
        } catch (IllegalStateException unreadable) {
            return false;
        }
    }
}
