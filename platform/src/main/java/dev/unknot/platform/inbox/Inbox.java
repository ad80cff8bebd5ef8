package dev.unknot.platform.inbox;

import dev.unknot.platform.event.ReceivedEvent;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What each consumer has already seen. A consumer's name never changes, or it would see everything again. */
public final class Inbox {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Inbox(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Runs {@code effect} unless {@code consumer} has seen the event, and notes it, in one transaction; joins a running one.
     *
     * @return whether the effect ran
     */
    public boolean once(String consumer, ReceivedEvent<?> event, Runnable effect) {
        return run(effect, () -> {
            // A second delivery at the same time waits here for the first to commit, and then changes nothing.
            return database.sql("""
                            INSERT INTO inbox (consumer, source, event_id, seen_at)
                            VALUES (:consumer, :source, :id, :now)
                            ON CONFLICT DO NOTHING""")
                    .param("consumer", consumer)
                    .param("source", event.source())
                    .param("id", event.id())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    /**
     * Runs {@code effect} unless {@code consumer} has applied a higher sequence of the subject, and notes the sequence, in one
     * transaction; joins a running one. An equal one is applied again, except after an erasure.
     *
     * @return whether the effect ran
     */
    public boolean latest(String consumer, ReceivedEvent<?> event, Runnable effect) {
        return run(
                effect,
                () -> database.sql("""
                        INSERT INTO inbox_latest AS seen (consumer, subject, sequence, erased)
                        VALUES (:consumer, :subject, :sequence, :erased)
                        ON CONFLICT (consumer, subject) DO UPDATE
                            SET sequence = excluded.sequence, erased = excluded.erased
                            WHERE excluded.sequence > seen.sequence
                               OR excluded.sequence = seen.sequence AND (excluded.erased OR NOT seen.erased)""")
                        .param("consumer", consumer)
                        .param("subject", event.subject())
                        .param("sequence", event.sequence())
                        .param("erased", event.data() == null)
                        .update());
    }

    /** Forgets everything {@code consumer} has seen; for a rebuild, in the transaction that empties what it built. */
    public void clear(String consumer) {
        transaction.executeWithoutResult(status -> {
            database.sql("DELETE FROM inbox WHERE consumer = ?").param(consumer).update();
            database.sql("DELETE FROM inbox_latest WHERE consumer = ?")
                    .param(consumer)
                    .update();
        });
    }

    private boolean run(Runnable effect, Note note) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (note.rows() == 0) {
                return false;
            }
            effect.run();
            return true;
        }));
    }

    private interface Note {
        int rows();
    }
}
