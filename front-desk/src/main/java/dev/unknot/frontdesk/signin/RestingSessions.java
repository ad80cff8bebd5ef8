package dev.unknot.frontdesk.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that are written only when something is put into them, and once in a minute for having been used: when it was last
 * used need be known no better. Otherwise each request waits for the row that all requests of its session write.
 */
class RestingSessions<S extends Session> implements SessionRepository<RestingSessions.Resting<S>> {

    static final Duration AS_NEAR_AS = Duration.ofMinutes(1);

    /** As they are made: a UUID. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final int MOST_REMEMBERED = 10_000;

    private final SessionRepository<S> kept;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    RestingSessions(SessionRepository<S> kept) {
        this.kept = kept;
    }

    @Override
    public Resting<S> createSession() {
        return new Resting<>(kept.createSession(), this);
    }

    @Override
    public void save(Resting<S> session) {
        kept.save(session.kept);
    }

    @Override
    public @Nullable Resting<S> findById(String id) {
        // Whatever a cookie says comes here.
        S found = ID.matcher(id).matches() ? kept.findById(id) : null;
        return found == null ? null : new Resting<>(found, this);
    }

    @Override
    public void deleteById(String id) {
        noted.remove(id);
        kept.deleteById(id);
    }

    /** Of many requests that come together one writes. */
    private boolean isDue(Session session, Instant now) {
        if (isNear(session.getLastAccessedTime(), now)) {
            return false;
        }
        if (noted.size() >= MOST_REMEMBERED) {
            noted.values().removeIf(old -> !isNear(old, now));
        }
        Instant before = noted.put(session.getId(), now);
        return before == null || !isNear(before, now);
    }

    private static boolean isNear(Instant before, Instant now) {
        return now.isBefore(before.plus(AS_NEAR_AS));
    }

    /** One of them, as a request has it. */
    static final class Resting<S extends Session> implements Session {

        private final S kept;
        private final RestingSessions<S> all;

        private Resting(S kept, RestingSessions<S> all) {
            this.kept = kept;
            this.all = all;
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (all.isDue(kept, now)) {
                kept.setLastAccessedTime(now);
            }
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public String changeSessionId() {
            return kept.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return kept.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            kept.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            kept.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            kept.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }
    }
}
