package dev.unknot.frontdesk.signin;

import dev.unknot.frontdesk.account.SignIn;
import dev.unknot.frontdesk.secondstep.SecondSteps;
import dev.unknot.platform.clock.RealTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the code of the second page of the sign-in. */
class CodeFilter extends AbstractAuthenticationProcessingFilter {

    static final String PAGE = "/sign-in/code";

    private final SignIn signIn;
    private final SecondSteps steps;
    private final Clock clock;

    CodeFilter(SignIn signIn, SecondSteps steps, RealTime time) {
        super(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, PAGE));
        this.signIn = signIn;
        this.steps = steps;
        this.clock = time.clock();
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        String code = request.getParameter("code");
        return HalfSignedIn.of(request, clock.instant())
                .filter(half -> code != null)
                .flatMap(half -> signIn.withCode(
                        half.account(), half.passwordVersion(), () -> steps.accepts(half.account(), code)))
                .map(StaffAuthentication::new)
                .orElseThrow(() -> new BadCredentialsException("no code of theirs"));
    }
}
