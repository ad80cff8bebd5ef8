package dev.unknot.therapist.location;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** Reads are scoped: {@code all}, or the locations in {@code ids}. */
interface Locations extends Repository<Location, UUID> {

    Location save(Location location);

    @Query("select l from Location l where l.id = :id and (:all = true or l.id in :ids)")
    Optional<Location> find(UUID id, boolean all, Collection<UUID> ids);

    @Query("select l from Location l where (:all = true or l.id in :ids) and l.id > :after order by l.id")
    List<Location> page(boolean all, Collection<UUID> ids, UUID after, Limit limit);

    @Query("select l from Location l where l.id in :ids")
    List<Location> among(Collection<UUID> ids);

    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select l from Location l where l.id in :ids order by l.id")
    List<Location> hold(Collection<UUID> ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Location l where l.id = :id")
    Optional<Location> lock(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = "-2"))
    @Query("select l from Location l where l.id = :id and (l.freshFrom > :now or l.freshUntil <= :now)")
    Optional<Location> lockIfStale(UUID id, Instant now);

    @Query("""
            select l.id from Location l
            where (l.freshFrom > :now or l.freshUntil <= :now) and l.id > :after order by l.id""")
    List<UUID> stale(Instant now, UUID after, Limit limit);
}
