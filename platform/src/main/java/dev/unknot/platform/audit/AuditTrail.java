package dev.unknot.platform.audit;

import dev.unknot.platform.dryrun.DryRun;
import dev.unknot.platform.problem.AccessRefused;
import dev.unknot.platform.security.Caller;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit trail: only added to, and the database sees to it. What a service does by itself is not in it. */
public class AuditTrail {

    /** The actor where nobody has shown who they are. */
    public static final String NOBODY = "nobody";

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final JdbcClient database;
    private final TransactionTemplate apart;
    private final Clock clock;

    /** @param apart gives each refusal a transaction of its own, since that of the request is rolled back */
    AuditTrail(JdbcClient database, TransactionTemplate apart, Clock clock) {
        this.database = database;
        this.apart = apart;
        this.clock = clock;
    }

    /** Called by the outbox, in the transaction of the change; nothing when no person made it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(String what, UUID subject, @Nullable String cause) {
        Caller.current().ifPresent(caller -> add(caller.actor(), AuditOutcome.CHANGED, what, subject, cause));
    }

    /**
     * Notes that the caller looked somebody up.
     *
     * @param what a name for the look-up, such as {@code client-by-phone}
     * @param subject whom it showed; null: nobody
     */
    public void looked(String what, @Nullable UUID subject) {
        Caller.current().ifPresent(caller -> add(caller.actor(), AuditOutcome.LOOKED, what, subject, null));
    }

    /** In a transaction of its own. Whoever cannot be put on record is not shown: a failure is thrown on. */
    @EventListener
    void looked(Looked look) {
        DryRun.nevertheless(() -> apart.executeWithoutResult(done -> looked(look.what(), look.subject())));
    }

    /**
     * Notes what somebody did or was refused who is no caller yet, such as to sign in.
     *
     * @param actor {@code role:subject}; {@link #NOBODY}: whoever it was has not shown who they are
     * @param what a name, such as {@code sign-in}
     * @param subject the account it was about; null: none that there is
     */
    public void noted(String actor, AuditOutcome outcome, String what, @Nullable UUID subject, @Nullable String cause) {
        add(actor, outcome, what, subject, cause);
    }

    /** The latest entries about {@code subject}, latest first. */
    public List<AuditEntryView> latestOf(UUID subject, int limit) {
        return before(Long.MAX_VALUE, subject, null, limit);
    }

    @EventListener
    void refused(AccessRefused refusal) {
        Caller.current().ifPresent(caller -> {
            try {
                DryRun.nevertheless(() -> apart.executeWithoutResult(
                        done -> add(caller.actor(), AuditOutcome.REFUSED, refusal.what(), null, refusal.code())));
            } catch (DataAccessException | CannotCreateTransactionException outage) {
                // They are refused all the same; an answer of 500 would only hide it.
                LOG.warn("refused {} with {}, which the audit trail could not take", refusal.what(), refusal.code());
            }
        });
    }

    /** Entries before {@code position}, latest first. */
    List<AuditEntryView> before(long position, @Nullable UUID subject, @Nullable String actor, int limit) {
        return database.sql("""
                        SELECT position, at, actor, outcome, what, subject, cause FROM audit_trail
                        WHERE position < :position
                            AND (CAST(:subject AS uuid) IS NULL OR subject = :subject)
                            AND (CAST(:actor AS text) IS NULL OR actor = :actor)
                        ORDER BY position DESC LIMIT :limit
                        """)
                .param("position", position)
                .param("subject", subject)
                .param("actor", actor)
                .param("limit", limit)
                .query((row, number) -> new AuditEntryView(
                        row.getLong("position"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        AuditOutcome.valueOf(row.getString("outcome")),
                        row.getString("what"),
                        row.getObject("subject", UUID.class),
                        row.getString("cause")))
                .list();
    }

    private void add(String actor, AuditOutcome outcome, String what, @Nullable UUID subject, @Nullable String cause) {
        database.sql("""
                        INSERT INTO audit_trail (at, actor, outcome, what, subject, cause)
                        VALUES (:at, :actor, :outcome, :what, :subject, :cause)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("outcome", outcome.name())
                .param("what", what)
                .param("subject", subject)
                .param("cause", cause)
                .update();
    }
}
