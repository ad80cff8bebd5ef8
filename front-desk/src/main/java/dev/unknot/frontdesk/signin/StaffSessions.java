package dev.unknot.frontdesk.signin;

import dev.unknot.frontdesk.account.SignIn;
import dev.unknot.frontdesk.account.SignedIn;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.platform.clock.RealTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps in a session who began it, when, and with which password. The account itself is read at each request, so that what
 * is changed of it counts at once. A session ends twelve hours after it was begun, however busy; after eight idle ones it is
 * gone by itself.
 */
@Component
class StaffSessions implements SecurityContextRepository {

    static final Duration LONGEST = Duration.ofHours(12);

    private static final String ACCOUNT = "account";
    private static final String PASSWORD = "password";
    private static final String BEGUN = "begun";

    /** What it calls itself; none where it does not. */
    static final String BROWSER = "browser";

    private final SignIn signIn;
    private final Clock clock;

    StaffSessions(SignIn signIn, RealTime time) {
        this.signIn = signIn;
        this.clock = time.clock();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof StaffAuthentication staff) {
            HttpSession session = request.getSession();
            session.setAttribute(ACCOUNT, staff.signedIn().account().id());
            session.setAttribute(PASSWORD, staff.signedIn().passwordVersion());
            session.setAttribute(BEGUN, clock.instant().getEpochSecond());
            session.setAttribute(BROWSER, BrowserName.of(request));
            session.setAttribute(
                    FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                    staff.signedIn().account().id().toString());
        }
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new LoadedOnce(() -> load(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) != null;
    }

    private SecurityContext load(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        var context = new SecurityContextImpl();
        if (session != null && session.getAttribute(ACCOUNT) != null) {
            Optional<SignedIn> signedIn = signedIn(session::getAttribute);
            if (signedIn.isEmpty()) {
                session.invalidate();
                return context;
            }
            StaffAccount account = signedIn.get().account();
            context.setAuthentication(new StaffAuthentication(signedIn.get()));
            request.setAttribute("account", account);
            request.setAttribute("menu", Menu.of(account.role(), request.getRequestURI()));
        }
        return context;
    }

    /**
     * By the attributes of a session.
     *
     * @return empty: it was of nobody, or is over
     */
    Optional<SignedIn> signedIn(Function<String, @Nullable Object> attributes) {
        return attributes.apply(ACCOUNT) instanceof UUID id
                        && attributes.apply(PASSWORD) instanceof Integer version
                        && clock.instant().isBefore(begun(attributes).plus(LONGEST))
                ? signIn.still(id, version).map(account -> new SignedIn(account, version))
                : Optional.empty();
    }

    static Instant begun(Function<String, @Nullable Object> attributes) {
        return attributes.apply(BEGUN) instanceof Long begun ? Instant.ofEpochSecond(begun) : Instant.EPOCH;
    }

    /** Most requests ask for the context several times, and those for a stylesheet never. */
    private static final class LoadedOnce implements DeferredSecurityContext {

        private final Supplier<SecurityContext> source;
        private @Nullable SecurityContext loaded;

        LoadedOnce(Supplier<SecurityContext> source) {
            this.source = source;
        }

        @Override
        public SecurityContext get() {
            SecurityContext context = loaded;
            if (context == null) {
                context = source.get();
                loaded = context;
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
