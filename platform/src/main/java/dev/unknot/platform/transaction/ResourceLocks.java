package dev.unknot.platform.transaction;

import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** Waits for all of {@code resources}, as {@link #lock(Collection, Collection)}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<UUID> resources) {
        lock(resources, Set.of());
    }

    /**
     * Waits for all of {@code resources}, and for whoever has locked one of {@code shared} alone; others may share those.
     * Whoever locks several locks them in one order, so two callers cannot deadlock.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<UUID> resources, Collection<UUID> shared) {
        // Ordered by key, not by id: with two ids on one key the order of ids would not be an order of locks.
        SortedMap<Long, Boolean> alone = new TreeMap<>();
        shared.forEach(resource -> alone.put(key(resource), false));
        resources.forEach(resource -> alone.put(key(resource), true));
        var unused = database.sql("""
                        SELECT CASE WHEN alone THEN pg_advisory_xact_lock(key)::text
                            ELSE pg_advisory_xact_lock_shared(key)::text END IS NULL
                        FROM unnest(:keys::bigint[], :alone::boolean[]) AS wanted (key, alone)
                        """)
                .param("keys", alone.keySet().toArray(Long[]::new))
                .param("alone", alone.values().toArray(Boolean[]::new))
                .query(Boolean.class)
                .list();
    }

    /** The random halves of UUIDs of versions 3, 4 and 7 alike end up in the key. */
    private static long key(UUID resource) {
        return resource.getMostSignificantBits() ^ resource.getLeastSignificantBits();
    }
}
