package dev.unknot.frontdesk.signin;

import dev.unknot.frontdesk.account.SignIn;
import dev.unknot.frontdesk.secondstep.SecondSteps;
import dev.unknot.platform.clock.RealTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the code of the second page of the sign-in. */
class CodeFilter extends AbstractAuthenticationProcessingFilter {

    static final String PAGE = "/sign-in/code";

    private static final Pattern LIKE_A_CODE = Pattern.compile("[\\w\\s-]{1,40}");

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
        return HalfSignedIn.of(request, clock.instant())
                .flatMap(half -> code(request)
                        .flatMap(code -> signIn.withCode(
                                half.account(), half.passwordVersion(), () -> steps.accepts(half.account(), code))))
                .map(StaffAuthentication::new)
                .orElseThrow(() -> new BadCredentialsException("no code of theirs"));
    }

    /** What no code can be is no try. */
    private static Optional<String> code(HttpServletRequest request) {
        String[] typed = request.getParameterValues("code");
        return typed != null
                        && typed.length == 1
                        && LIKE_A_CODE.matcher(typed[0]).matches()
                ? Optional.of(typed[0])
                : Optional.empty();
    }
}
