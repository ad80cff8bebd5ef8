package dev.unknot.booking.client;

import dev.unknot.common.contact.EmailAddress;
import dev.unknot.platform.upkeep.Upkeep;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes anew what clients are found by where an older version of {@link SearchText} wrote it: a batch at a time, each in a
 * transaction of its own, beside everything else. What is done is noted in the row, so it may stop anywhere, and several
 * instances share the work.
 */
@Component
class SearchUpkeep extends Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(SearchUpkeep.class);
    private static final int BATCH = 500;

    /** An instance of the version before may still write rows while this one runs. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private record Row(UUID id, String search, @Nullable String emailKey) {}

    SearchUpkeep(JdbcClient jdbc, TransactionTemplate transaction) {
        super("search-upkeep");
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    protected Duration pause() {
        return PAUSE;
    }

    @Override
    protected void round(BooleanSupplier goesOn) {
        try {
            int folded = 0;
            for (int batch = BATCH; batch == BATCH && goesOn.getAsBoolean(); folded += batch) {
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
