package dev.unknot.frontdesk.signin;

import dev.unknot.common.location.LocationId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.page.Browser;
import dev.unknot.frontdesk.secondstep.SecondSteps;
import dev.unknot.platform.problem.Rejection;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Stands in front of every controller: lets through whom {@link RouteRules} name, to their own locations only. */
class RouteGuard implements HandlerInterceptor {

    private static final String PASSWORD = "/password";
    private static final String SECOND_STEP = "/account/second-step";

    private final SecondSteps steps;

    RouteGuard(SecondSteps steps) {
        this.steps = steps;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod) || request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        Optional<StaffAccount> account = StaffAuthentication.account();
        if (account.isEmpty()) {
            // The security chain has let nobody in but where nobody has to sign in.
            return true;
        }
        String route = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (RouteRules.isOpen(route)) {
            return true;
        }
        if (!RouteRules.opens(request.getMethod(), route, account.get().role())) {
            throw Rejection.forbidden("role-not-allowed", "Your role does not allow this.");
        }
        String[] locations = request.getParameterValues("location");
        for (String location : locations == null ? new String[0] : locations) {
            requireOwn(location, account.get());
        }
        if (account.get().passwordIsInitial() && !route.equals(PASSWORD)) {
            lead(PASSWORD, request, response);
            return false;
        }
        if (!route.equals(PASSWORD) && !route.startsWith(SECOND_STEP) && steps.isOwed(account.get())) {
            lead(SECOND_STEP, request, response);
            return false;
        }
        return true;
    }

    /** What a page fetches for a part of itself is left empty: a page would be put into the part. */
    private static void lead(String page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Browser.wantsPart(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendRedirect(page);
        }
    }

    private static void requireOwn(String location, StaffAccount account) {
        if (location.isBlank()) {
            return;
        }
        try {
            account.locations().require(LocationId.of(location));
        } catch (IllegalArgumentException notAnId) {
            throw Rejection.malformed("invalid-parameter", "The parameter location has to be an id.", "location");
        }
    }
}
