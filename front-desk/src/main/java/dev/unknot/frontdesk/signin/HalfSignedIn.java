package dev.unknot.frontdesk.signin;

import dev.unknot.frontdesk.account.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Whose password was right, and who is asked for a code: it opens nothing yet, and is forgotten after ten minutes. */
record HalfSignedIn(UUID account, int passwordVersion) {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String ACCOUNT = "half-account";
    private static final String PASSWORD = "half-password";
    private static final String SINCE = "half-since";

    static void keep(SignedIn waiting, HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession();
        session.setAttribute(ACCOUNT, waiting.account().id());
        session.setAttribute(PASSWORD, waiting.passwordVersion());
        session.setAttribute(SINCE, now.getEpochSecond());
    }

    static Optional<HalfSignedIn> of(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(ACCOUNT) instanceof UUID account
                        && session.getAttribute(PASSWORD) instanceof Integer version
                        && session.getAttribute(SINCE) instanceof Long since
                        && now.isBefore(Instant.ofEpochSecond(since).plus(LONGEST))
                ? Optional.of(new HalfSignedIn(account, version))
                : Optional.empty();
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ACCOUNT);
            session.removeAttribute(PASSWORD);
            session.removeAttribute(SINCE);
        }
    }
}
