package dev.unknot.platform.transaction;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is to happen only once the running transaction is committed, and not at all if it is rolled back. */
public final class AfterCommit {

    private AfterCommit() {}

    /**
     * On the committing thread, in the order of the calls.
     *
     * @throws IllegalStateException when no transaction is running
     */
    public static void run(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
