package dev.unknot.frontdesk.signin;

import dev.unknot.frontdesk.page.Browser;
import dev.unknot.platform.problem.Problem;
import dev.unknot.platform.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Who is not signed in is shown the way; a program is told. A form without a good CSRF token is refused in words. */
@Component
class SignInRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Problem STALE =
            new Problem(403, "stale-page", "This page is too old to act on; load it again and repeat.");

    /** To the sign-in, that somebody was signed in before: it tells them why it asks again. */
    private static final String ENDED = "ended";

    private final ProblemWriter problems;

    SignInRefusals(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (Browser.wantsPart(request)) {
            response.setHeader("HX-Redirect", WayBack.signIn(WayBack.from(request), ENDED));
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (Browser.reads(request)) {
            response.sendRedirect(WayBack.signIn(WayBack.from(request), wasSignedIn(request) ? ENDED : ""));
        } else {
            problems.write(Problem.UNAUTHENTICATED, request, response);
        }
    }

    /** Who signs out leaves no cookie. */
    private static boolean wasSignedIn(HttpServletRequest request) {
        return request.getRequestedSessionId() != null;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        Problem problem = refusal instanceof CsrfException ? STALE : Problem.FORBIDDEN;
        if (Browser.reads(request)) {
            ProblemWriter.pass(problem, request, response);
        } else {
            problems.write(problem, request, response);
        }
    }
}
