package dev.unknot.frontdesk.signin;

import dev.unknot.frontdesk.account.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * Whose password was right, and who is asked for a code. It opens nothing yet, lies in a session of its own, so that who knew the
 * one before knows nothing of it, and is forgotten after ten minutes.
 */
record HalfSignedIn(UUID account, int passwordVersion) {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String ACCOUNT = "half-account";
    private static final String PASSWORD = "half-password";
    private static final String SINCE = "half-since";

    static void keep(SignedIn waiting, HttpServletRequest request, Instant now) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval((int) LONGEST.toSeconds());
        session.setAttribute(ACCOUNT, waiting.account().id());
        session.setAttribute(PASSWORD, waiting.passwordVersion());
        session.setAttribute(SINCE, now.getEpochSecond());
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                principal(waiting.account().id()));
    }

    /** By which the sessions of those who are half signed in to an account are found. */
    static String principal(UUID account) {
        return "half " + account;
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

    /** The session goes on as one of somebody who is signed in. */
    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (session.getAttribute(SINCE) != null) {
            session.setMaxInactiveInterval(SessionKeeping.IDLE_SECONDS);
            session.removeAttribute(ACCOUNT);
            session.removeAttribute(PASSWORD);
            session.removeAttribute(SINCE);
        }
    }
}
