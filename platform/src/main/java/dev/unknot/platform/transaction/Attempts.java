package dev.unknot.platform.transaction;

import dev.unknot.platform.dryrun.DryRun;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in a transaction of its own and starts over when it lost against other work. */
public final class Attempts {

    /** The whole work, so that everything it reads is read again. */
    private static final int MOST = 8;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    /** PostgreSQL: serialization_failure, deadlock_detected. */
    private static final Set<String> LOST = Set.of("40001", "40P01");

    private final TransactionTemplate transaction;
    private final Savepoints savepoints;

    Attempts(PlatformTransactionManager transactions, Savepoints savepoints) {
        this.savepoints = savepoints;
        this.transaction = new TransactionTemplate(transactions);
        // READ COMMITTED is what the pool's connections come with; asking for it here would cost a round trip each
        // time.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Evaluates {@code work} in a new transaction, READ COMMITTED, at most {@value #MOST} times: again after a deadlock, a
     * serialization failure or {@link TryAgain}. What it returns is committed, unless this is a {@link DryRun}.
     *
     * @throws dev.unknot.platform.problem.Rejection that of the last {@link TryAgain}, when no attempt is left
     */
    public <T extends @Nullable Object> T run(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (TryAgain again) {
                if (attempt == MOST) {
                    throw again.rejection();
                }
            } catch (RuntimeException failure) {
                if (attempt == MOST || !lost(failure)) {
                    throw failure;
                }
                letTheWinnerPass(attempt);
            }
        }
    }

    /**
     * Evaluates {@code works}, which runs several pieces of work, one after the other. Each is committed by itself; in a
     * {@link DryRun} all share one transaction, or the later ones would not meet what the earlier ones did.
     */
    public <T extends @Nullable Object> T inTurn(Supplier<T> works) {
        return DryRun.asked() ? run(works) : works.get();
    }

    private <T extends @Nullable Object> T once(Supplier<T> work) {
        if (DryRun.asked()) {
            return tried(work);
        }
        return transaction.execute(status -> work.get());
    }

    /** Work within work sees in a dry run what came before it, as it would when that had been committed. */
    private <T extends @Nullable Object> T tried(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return savepoints.within(work);
        }
        return transaction.execute(status -> {
            T result = work.get();
            // What a commit would find fault with is found before it is taken back.
            status.flush();
            status.setRollbackOnly();
            return result;
        });
    }

    /** Started over at once, the loser often takes the same row before the winner has woken up, and both deadlock again. */
    private static void letTheWinnerPass(int attempt) {
        long most = LONGEST_PAUSE.toNanos() * attempt;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
    }

    private static boolean lost(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && LOST.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
