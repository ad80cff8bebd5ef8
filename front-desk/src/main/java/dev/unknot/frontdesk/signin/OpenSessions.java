package dev.unknot.frontdesk.signin;

import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.platform.audit.AuditTrail;
import dev.unknot.platform.clock.RealTime;
import dev.unknot.platform.digest.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Where somebody is signed in, and how that ends before its time. A stream of news ends with its session, within seconds. */
@Component
public class OpenSessions {

    private final JdbcIndexedSessionRepository kept;
    private final StaffSessions sessions;
    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final AuditTrail audit;
    private final Clock clock;

    OpenSessions(
            JdbcIndexedSessionRepository kept,
            StaffSessions sessions,
            JdbcClient database,
            TransactionOperations transaction,
            AuditTrail audit,
            RealTime time) {
        this.kept = kept;
        this.sessions = sessions;
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = time.clock();
    }

    /**
     * Latest used first.
     *
     * @param own id of the session that asks
     */
    public List<OpenSession> of(StaffAccount account, String own) {
        Instant now = clock.instant();
        return keptOf(account.id().toString()).stream()
                .filter(session -> sessions.signedIn(session::getAttribute).isPresent())
                .sorted(Comparator.comparing(Session::getLastAccessedTime, Comparator.reverseOrder()))
                .map(session -> new OpenSession(
                        key(session.getId()),
                        session.getAttribute(StaffSessions.BROWSER),
                        Duration.between(StaffSessions.begun(session::getAttribute), now),
                        Duration.between(session.getLastAccessedTime(), now),
                        session.getId().equals(own)))
                .toList();
    }

    /** Nothing, where none of the account is called so, or it has ended by itself. */
    public void end(StaffAccount account, String key) {
        end(account, session -> key(session.getId()).equals(key), "session-ended");
    }

    /**
     * Whoever has given the password and not yet the code is out as well.
     *
     * @param own id of the one that goes on; null: none does
     */
    public void endAllBut(StaffAccount account, @Nullable String own) {
        end(account, session -> !session.getId().equals(own), own == null ? "sessions-ended" : "other-sessions-ended");
    }

    private void end(StaffAccount account, Predicate<Session> which, String what) {
        String[] ids = Stream.of(account.id().toString(), HalfSignedIn.principal(account.id()))
                .flatMap(principal -> keptOf(principal).stream())
                .filter(which)
                .map(Session::getId)
                .toArray(String[]::new);
        transaction.executeWithoutResult(done -> {
            int ended = database.sql("DELETE FROM spring_session WHERE session_id = ANY (CAST(:ids AS bpchar[]))")
                    .param("ids", ids)
                    .update();
            if (ended > 0) {
                audit.changed(what, account.id(), null);
            }
        });
    }

    private Collection<? extends Session> keptOf(String principal) {
        return kept.findByPrincipalName(principal).values();
    }

    private static String key(String id) {
        return HexFormat.of().formatHex(Sha256.of(id));
    }
}
