package dev.unknot.frontdesk.proxy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells all behind it who really calls, and whether by TLS. By which name the service was called is not taken from a header:
 * redirects name no host, and links are made of the configured address.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProxiedRequests extends OncePerRequestFilter {

    private static final String FOR = "X-Forwarded-For";
    private static final String SCHEME = "X-Forwarded-Proto";

    private final TrustedProxies proxies;

    ProxiedRequests(ProxySettings settings) {
        this.proxies = new TrustedProxies(settings.trusted());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        InetAddress peer = InetAddress.ofLiteral(request.getRemoteAddr());
        chain.doFilter(proxies.isOne(peer) ? new Proxied(request, peer) : request, response);
    }

    private final class Proxied extends HttpServletRequestWrapper {

        private final String caller;
        private final boolean secure;

        Proxied(HttpServletRequest request, InetAddress peer) {
            super(request);
            List<String> notes = Collections.list(request.getHeaders(FOR));
            this.caller = proxies.caller(peer, notes).getHostAddress();
            this.secure = request.isSecure() || "https".equalsIgnoreCase(request.getHeader(SCHEME));
        }

        @Override
        public String getRemoteAddr() {
            return caller;
        }

        /** Looked up nowhere. */
        @Override
        public String getRemoteHost() {
            return caller;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getScheme() {
            return secure ? "https" : super.getScheme();
        }
    }
}
