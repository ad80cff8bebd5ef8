package dev.unknot.booking.supply;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The stored snapshots, one row per location and therapist. */
@Repository
class SupplySnapshots {

    /** Not the one of the HTTP API, which refuses unknown fields: a newer version of this service may have written some. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String COUNTRIES =
            "SELECT DISTINCT snapshot -> 'address' ->> 'country' FROM supply_snapshots WHERE kind = 'LOCATION'";

    private final JdbcClient jdbc;

    SupplySnapshots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(UUID id, SupplyKind kind, long version, Object snapshot) {
        jdbc.sql("""
                INSERT INTO supply_snapshots (id, kind, version, snapshot)
                VALUES (:id, :kind, :version, CAST(:snapshot AS jsonb))
                ON CONFLICT (id) DO UPDATE SET version = excluded.version, snapshot = excluded.snapshot
                WHERE supply_snapshots.version <= excluded.version
                """)
                .param("id", id)
                .param("kind", kind.name())
                .param("version", version)
                .param("snapshot", JSON.writeValueAsString(snapshot))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM supply_snapshots WHERE id = :id").param("id", id).update();
    }

    <T> Optional<Stored<T>> find(UUID id, SupplyKind kind, Class<T> type) {
        return jdbc.sql("SELECT version, snapshot::text FROM supply_snapshots WHERE id = :id AND kind = :kind")
                .param("id", id)
                .param("kind", kind.name())
                .query((row, number) -> new Stored<>(row.getLong(1), JSON.readValue(row.getString(2), type)))
                .optional();
    }

    <T> List<T> all(Collection<UUID> ids, SupplyKind kind, Class<T> type) {
        return jdbc.sql("SELECT snapshot::text FROM supply_snapshots WHERE id = ANY (:ids) AND kind = :kind")
                .param("ids", ids.toArray(UUID[]::new))
                .param("kind", kind.name())
                .query((row, number) -> JSON.readValue(row.getString(1), type))
                .list();
    }

    List<String> countries() {
        return jdbc.sql(COUNTRIES).query(String.class).list();
    }

    List<String> countries(Collection<UUID> ids) {
        return jdbc.sql(COUNTRIES + " AND id = ANY (?)")
                .param(ids.toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    Map<UUID, Long> versions(Collection<UUID> ids) {
        return jdbc
                .sql("SELECT id, version FROM supply_snapshots WHERE id IN (:ids)")
                .param("ids", ids)
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
