package dev.unknot.platform.web;

import dev.unknot.platform.problem.Problem;
import dev.unknot.platform.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body said to be of any type, {@code Content-Type: *}{@code /*}: what reads bodies would stumble over it. */
class NamedBodyType extends OncePerRequestFilter {

    private final ProblemWriter problems;

    NamedBodyType(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && type.contains("*")) {
            problems.write(Problem.UNSUPPORTED_MEDIA_TYPE, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
