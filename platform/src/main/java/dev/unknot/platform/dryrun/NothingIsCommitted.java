package dev.unknot.platform.dryrun;

import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Keeps a dry run from leaving something behind in a transaction that nobody thought of: it fails instead. */
class NothingIsCommitted implements TransactionExecutionListener {

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (DryRun.asked() && !transaction.isReadOnly()) {
            throw new IllegalStateException("a dry run was about to commit " + transaction.getTransactionName());
        }
    }
}
