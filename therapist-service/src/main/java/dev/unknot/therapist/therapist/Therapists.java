package dev.unknot.therapist.therapist;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** Reads are scoped: {@code all}, or those employed at one of the locations in {@code ids}. */
interface Therapists extends Repository<Therapist, UUID> {

    String IN_SCOPE = "(:all = true or exists (select 1 from t.employedAt e where e in :ids))";

    Therapist save(Therapist therapist);

    @Query("select t from Therapist t where t.id = :id and " + IN_SCOPE)
    Optional<Therapist> find(UUID id, boolean all, Collection<UUID> ids);

    @Query("select t from Therapist t where t.id > :after and " + IN_SCOPE + " order by t.id")
    List<Therapist> page(boolean all, Collection<UUID> ids, UUID after, Limit limit);

    /** Whoever is employed there or among those given, who have left included; in order of name. */
    @Query("""
            select t from Therapist t
            where exists (select 1 from t.employedAt e where e = :location) or t.id in :others
            order by t.name, t.id""")
    List<Therapist> employedAt(UUID location, Collection<UUID> others);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Therapist t where t.id = :id and " + IN_SCOPE)
    Optional<Therapist> lock(UUID id, boolean all, Collection<UUID> ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = "-2"))
    @Query("select t from Therapist t where t.id = :id and (t.freshFrom > :now or t.freshUntil <= :now)")
    Optional<Therapist> lockIfStale(UUID id, Instant now);

    @Query("""
            select t.id from Therapist t
            where (t.freshFrom > :now or t.freshUntil <= :now) and t.id > :after order by t.id""")
    List<UUID> stale(Instant now, UUID after, Limit limit);

    /** An empty range of freshness: nothing of what is published of them may be relied on. */
    @Modifying
    @Query("""
            update Therapist t set t.freshUntil = t.freshFrom
            where exists (select 1 from t.employedAt e where e = :location)""")
    int makeStale(UUID location);
}
