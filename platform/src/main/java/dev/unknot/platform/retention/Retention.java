package dev.unknot.platform.retention;

import dev.unknot.platform.transaction.Attempts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goes through all kinds in steps, each in a transaction of its own, and of all instances one at a time. */
public final class Retention {

    static final int MOST = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final List<Kept> kinds;
    private final JdbcClient database;
    private final Attempts attempts;
    private final Clock clock;
    private final ObjectProvider<MeterRegistry> figures;

    Retention(
            List<Kept> kinds,
            JdbcClient database,
            Attempts attempts,
            Clock clock,
            ObjectProvider<MeterRegistry> figures) {
        this.kinds = kinds;
        this.database = database;
        this.attempts = attempts;
        this.clock = clock;
        this.figures = figures;
    }

    /**
     * Ends all that is old enough now. A kind that fails is told of in the log and does not stop the others.
     *
     * @return how many rows of each kind ended; a kind that failed is missing
     */
    public Map<String, Long> run() {
        Map<String, Long> ended = new TreeMap<>();
        for (Kept kept : kinds) {
            try {
                ended.put(kept.kind(), endAll(kept, clock.instant().minus(kept.keptFor())));
            } catch (RuntimeException failure) {
                LOG.warn(
                        "old {} stay until the next run: {}",
                        kept.kind(),
                        failure.getClass().getName());
            }
        }
        LOG.info("ended what was kept for long enough: {}", ended);
        return ended;
    }

    private long endAll(Kept kept, Instant before) {
        long all = 0;
        int ended;
        do {
            ended = attempts.run(() -> alone() ? kept.end(before, MOST) : 0);
            all += ended;
            count(kept.kind(), ended);
        } while (ended == MOST);
        return all;
    }

    /** Until the end of the transaction. Whoever is not alone leaves the rest to the other instance. */
    private boolean alone() {
        return database.sql("SELECT pg_try_advisory_xact_lock(hashtextextended('retention', 0))")
                .query(Boolean.class)
                .single();
    }

    private void count(String kind, int ended) {
        figures.ifAvailable(registry ->
                registry.counter("unknot.retention.ended", "kind", kind).increment(ended));
    }
}
