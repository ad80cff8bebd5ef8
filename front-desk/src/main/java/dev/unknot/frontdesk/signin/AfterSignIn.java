package dev.unknot.frontdesk.signin;

import dev.unknot.frontdesk.account.DeviceCookie;
import dev.unknot.frontdesk.account.KnownDevices;
import dev.unknot.frontdesk.account.StaffAccount;
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

    private final KnownDevices devices;

    AfterSignIn(KnownDevices devices) {
        this.devices = devices;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        StaffAccount account = ((StaffAuthentication) signedIn).signedIn().account();
        DeviceCookie.give(devices.remember(account.id(), DeviceCookie.of(request)), response);
        response.sendRedirect(back(request)
                .filter(back -> back.opensTo(account))
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
