package dev.unknot.booking.client;

import dev.unknot.common.contact.EmailAddress;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes anew what clients are found by where an older version of {@link SearchText} wrote it: a batch at a time, each in a
 * transaction of its own, beside everything else. What is done is noted in the row, so it may stop anywhere, and several
 * instances share the work.
 */
@Component
class SearchUpkeep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SearchUpkeep.class);
    private static final int BATCH = 500;

    /** An instance of the version before may still write rows while this one runs. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private volatile CountDownLatch stopping = new CountDownLatch(0);

    private record Row(UUID id, String search, @Nullable String emailKey) {}

    SearchUpkeep(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        CountDownLatch stop = new CountDownLatch(1);
        stopping = stop;
        Thread.ofPlatform().name("search-upkeep").daemon().start(() -> run(stop));
    }

    @Override
    public void stop() {
        stopping.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    private void run(CountDownLatch stop) {
        try {
            do {
                foldAll(stop);
            } while (!stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void foldAll(CountDownLatch stop) {
        try {
            int folded = 0;
            for (int batch = BATCH; batch == BATCH && stop.getCount() > 0; folded += batch) {
                batch = fold();
            }
            if (folded > 0) {
                LOG.info("what {} clients are found by was written anew", folded);
            }
        } catch (RuntimeException away) {
            LOG.warn(
                    "what clients are found by is written anew later: {}",
                    away.getClass().getName());
        }
    }

    /** The next batch; how many it had. */
    int fold() {
        Integer rows = transaction.execute(status -> {
            // Whoever changes a client folds it too: what is locked need not be waited for.
            List<Row> outdated = jdbc.sql("""
                    SELECT id, name, email, phone FROM clients
                    WHERE folded_as < :version ORDER BY folded_as, id LIMIT :batch FOR UPDATE SKIP LOCKED
                    """)
                    .param("version", SearchText.VERSION)
                    .param("batch", BATCH)
                    .query((row, number) -> new Row(
                            row.getObject("id", UUID.class),
                            SearchText.of(row.getString("name"), row.getString("email"), row.getString("phone")),
                            key(row.getString("email"))))
                    .list();
            outdated.forEach(row -> jdbc.sql("UPDATE clients SET search = ?, email_key = ?, folded_as = ? WHERE id = ?")
                    .param(row.search())
                    .param(row.emailKey())
                    .param(SearchText.VERSION)
                    .param(row.id())
                    .update());
            return outdated.size();
        });
        return rows == null ? 0 : rows;
    }

    private static @Nullable String key(@Nullable String email) {
        return email == null ? null : EmailAddress.keyOf(email);
    }
}
