package dev.unknot.booking.treatment;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All treatments, always with their offers. */
interface Treatments extends Repository<Treatment, UUID> {

    Treatment save(Treatment treatment);

    @Query("select t from Treatment t left join fetch t.offers where t.id = :id")
    Optional<Treatment> withId(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Treatment t where t.id = :id")
    Optional<Treatment> lock(UUID id);

    @Query("select t from Treatment t left join fetch t.offers where t.id in :ids")
    List<Treatment> among(Collection<UUID> ids);

    @Query("select t from Treatment t left join fetch t.offers order by t.name, t.id")
    List<Treatment> byName();
}
