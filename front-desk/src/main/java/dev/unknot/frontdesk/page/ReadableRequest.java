package dev.unknot.frontdesk.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Parameters that cannot be read, such as {@code %zz}, are the browser's fault. Each filter behind this one would stumble over them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 101) // once the encoding is known and the length is within bounds
class ReadableRequest extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isReadable(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
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
