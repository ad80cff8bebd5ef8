package dev.unknot.therapist.therapist;

import dev.unknot.common.location.LocationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where therapists were employed, and until when. */
@Repository
class FormerEmployments {

    private final JdbcClient database;

    FormerEmployments(JdbcClient database) {
        this.database = database;
    }

    /** Of those who worked there after {@code since} and are not employed there now, until when. */
    Map<UUID, Instant> at(LocationId location, Instant since) {
        return database
                .sql("SELECT therapist_id, ended FROM former_employments WHERE location_id = ? AND ended > ?")
                .params(location.value(), since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Map.entry(
                        row.getObject("therapist_id", UUID.class),
                        row.getObject("ended", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void ended(UUID therapist, Collection<LocationId> locations, Instant now) {
        database.sql("""
                        INSERT INTO former_employments (therapist_id, location_id, ended) SELECT ?, *, ? FROM unnest(?::uuid[])
                        ON CONFLICT (therapist_id, location_id) DO UPDATE SET ended = excluded.ended""")
                .params(therapist, now.atOffset(ZoneOffset.UTC), ids(locations))
                .update();
    }

    void resumed(UUID therapist, Collection<LocationId> locations) {
        database.sql("DELETE FROM former_employments WHERE therapist_id = ? AND location_id = ANY (?)")
                .params(therapist, ids(locations))
                .update();
    }

    private static UUID[] ids(Collection<LocationId> locations) {
        return locations.stream().map(LocationId::value).toArray(UUID[]::new);
    }
}
