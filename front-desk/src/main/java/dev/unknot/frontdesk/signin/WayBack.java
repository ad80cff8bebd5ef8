package dev.unknot.frontdesk.signin;

import dev.unknot.common.location.LocationId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.page.Browser;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where somebody was when they had to sign in.
 *
 * @param address path and query of one of our own pages; never a whole URL, with which a stranger's link could lead elsewhere
 */
record WayBack(String address) {

    static final String PARAMETER = "back";

    private static final String SIGN_IN = "/sign-in";
    private static final int LONGEST = 2_000;
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e]*");

    /** Empty: it names no page of ours, or one that is where everybody goes anyway. */
    static Optional<WayBack> of(@Nullable String address) {
        return Optional.ofNullable(address)
                .filter(given -> given.length() <= LONGEST && OWN.matcher(given).matches())
                .filter(given -> !given.equals("/") && !given.startsWith(SIGN_IN))
                .map(WayBack::new);
    }

    /** The page that a request asks for, or that asked for a part of itself. */
    static Optional<WayBack> from(HttpServletRequest request) {
        if (Browser.wantsPart(request)) {
            String page = request.getHeader("HX-Current-URL");
            return page == null ? Optional.empty() : of(local(page));
        }
        String query = request.getQueryString();
        return request.getMethod().equals("GET")
                ? of(request.getRequestURI() + (query == null ? "" : "?" + query))
                : Optional.empty();
    }

    /** The address of the sign-in that leads back, with {@code query} of its own first. */
    static String signIn(Optional<WayBack> back, String query) {
        return page(SIGN_IN, back, query);
    }

    /** The same of its second page. */
    static String code(Optional<WayBack> back, String query) {
        return page(CodeFilter.PAGE, back, query);
    }

    private static String page(String path, Optional<WayBack> back, String query) {
        String way = back.map(WayBack::parameter).orElse("");
        String both = query.isEmpty() || way.isEmpty() ? query + way : query + "&" + way;
        return both.isEmpty() ? path : path + "?" + both;
    }

    /** It is open to them: at a shared desk somebody else may sign in than who left. */
    boolean opensTo(StaffAccount account) {
        try {
            UriComponents parts = UriComponentsBuilder.fromUriString(address).build();
            List<String> locations = parts.getQueryParams().getOrDefault("location", List.of());
            return RouteRules.opensPage(String.valueOf(parts.getPath()), account.role())
                    && locations.stream()
                            .filter(location -> !location.isBlank())
                            .allMatch(location -> account.sees(LocationId.of(location)));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private String parameter() {
        return PARAMETER + "=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    private static @Nullable String local(String url) {
        try {
            URI page = URI.create(url);
            return page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }
}
