package dev.unknot.platform.transaction;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Parts of a transaction that may fail without the whole. */
public class Savepoints {

    private final JdbcClient database;

    Savepoints(JdbcClient database) {
        this.database = database;
    }

    /**
     * Evaluates {@code work} and takes back what it wrote when it throws, whatever that is; what was written before stays.
     * What was to be done after the commit is done even for work that was taken back: so it is for transactions that then
     * end in a rollback, or work that registers nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T extends @Nullable Object> T within(Supplier<T> work) {
        run("SAVEPOINT part");
        T result;
        try {
            result = work.get();
        } catch (RuntimeException failure) {
            run("ROLLBACK TO SAVEPOINT part");
            run("RELEASE SAVEPOINT part");
            throw failure;
        }
        run("RELEASE SAVEPOINT part");
        return result;
    }

    private void run(String sql) {
        database.sql(sql).update();
    }
}
