package dev.unknot.platform.transaction;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Locks on things that have an id but perhaps no row, held until the transaction ends. */
public class ResourceLocks {

    private final JdbcClient database;

    ResourceLocks(JdbcClient database) {
        this.database = database;
    }

    /** Waits for all of {@code resources}. Whoever locks several locks them in one order, so two callers cannot deadlock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<UUID> resources) {
        // Ordered by key, not by id: with two ids on one key the order of ids would not be an order of locks.
        Long[] keys =
                resources.stream().map(ResourceLocks::key).distinct().sorted().toArray(Long[]::new);
        var unused = database.sql("SELECT pg_advisory_xact_lock(key) IS NULL FROM unnest(:keys::bigint[]) AS key")
                .param("keys", keys)
                .query(Boolean.class)
                .list();
    }

    /** The random halves of UUIDs of versions 3, 4 and 7 alike end up in the key. */
    private static long key(UUID resource) {
        return resource.getMostSignificantBits() ^ resource.getLeastSignificantBits();
    }
}
