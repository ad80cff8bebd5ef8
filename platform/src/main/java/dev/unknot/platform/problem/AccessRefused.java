package dev.unknot.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Somebody was refused what is not theirs (403); published so that it can be noted.
 *
 * @param what method and route, or the path where no route was found; without its parameters
 * @param code of the refusal
 */
public record AccessRefused(String what, String code) {

    static final int STATUS = 403;

    public static AccessRefused of(HttpServletRequest request, Problem problem) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        Object where = route == null ? request.getRequestURI() : route;
        return new AccessRefused(request.getMethod() + " " + where, problem.code());
    }
}
