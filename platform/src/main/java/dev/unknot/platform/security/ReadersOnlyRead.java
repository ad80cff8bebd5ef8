package dev.unknot.platform.security;

import dev.unknot.platform.problem.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses with 403 what changes something, or tries to, where a program's token is for reading. */
final class ReadersOnlyRead implements HandlerInterceptor {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!READS.contains(request.getMethod())
                && Program.current().filter(program -> !program.mayWrite()).isPresent()) {
            throw Rejection.forbidden("scope-not-granted", "This program may only read.");
        }
        return true;
    }
}
