package dev.unknot.frontdesk.signin;

import dev.unknot.frontdesk.account.DeviceCookie;
import dev.unknot.frontdesk.account.KnownDevices;
import dev.unknot.frontdesk.account.SignIn;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.platform.clock.RealTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Leads who signed in back to where they were, who is asked for a code to where it is typed, and who could not to another try. */
class AfterSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final String REFUSED = "refused";

    private final KnownDevices devices;
    private final SignIn signIn;
    private final Clock clock;

    AfterSignIn(KnownDevices devices, SignIn signIn, RealTime time) {
        this.devices = devices;
        this.signIn = signIn;
        this.clock = time.clock();
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        StaffAccount account = ((StaffAuthentication) signedIn).signedIn().account();
        HalfSignedIn.forget(request);
        signIn.in(account);
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
        if (refused instanceof SecondStepNeeded needed) {
            signIn.half(needed.waiting().account());
            HalfSignedIn.keep(needed.waiting(), request, clock.instant());
            response.sendRedirect(WayBack.code(back(request), ""));
        } else if (request.getRequestURI().equals(CodeFilter.PAGE)
                && HalfSignedIn.of(request, clock.instant()).isPresent()) {
            response.sendRedirect(WayBack.code(back(request), REFUSED));
        } else {
            response.sendRedirect(WayBack.signIn(back(request), REFUSED));
        }
    }

    private static Optional<WayBack> back(HttpServletRequest request) {
        return WayBack.of(request.getParameter(WayBack.PARAMETER));
    }
}
