package dev.unknot.frontdesk.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Leads who signed in back to where they were, and who could not to another try that still does. */
class AfterSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        response.sendRedirect(back(request)
                .filter(back -> signedIn instanceof StaffAuthentication staff
                        && back.opensTo(staff.signedIn().account()))
                .map(WayBack::address)
                .orElse("/"));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        response.sendRedirect(WayBack.signIn(back(request), "refused"));
    }

    private static Optional<WayBack> back(HttpServletRequest request) {
        return WayBack.of(request.getParameter(WayBack.PARAMETER));
    }
}
