package dev.unknot.frontdesk.token;

import dev.unknot.common.access.Role;
import dev.unknot.common.access.Scope;
import dev.unknot.common.location.LocationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The access clients, by id. */
@Repository
class AccessClients {

    private final JdbcClient database;

    AccessClients(JdbcClient database) {
        this.database = database;
    }

    /** One that may ask for tokens. */
    Optional<AccessClient> find(String id) {
        return database.sql("""
                        SELECT id, secret_hash, subject, role, all_locations, locations, scope
                        FROM access_clients
                        WHERE id = :id AND ended_at IS NULL""")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Of one who has shown the secret. */
    void hash(String id, String secretHash) {
        database.sql("UPDATE access_clients SET secret_hash = :hash WHERE id = :id")
                .param("id", id)
                .param("hash", secretHash)
                .update();
    }

    void used(String id, Instant now) {
        database.sql("UPDATE access_clients SET last_used_at = :now WHERE id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Adds the client or replaces the one of its id. */
    void put(AccessClient client) {
        database.sql("""
                        INSERT INTO access_clients (id, secret_hash, subject, role, all_locations, locations)
                        VALUES (:id, :secretHash, :subject, :role, :allLocations, :locations)
                        ON CONFLICT (id) DO UPDATE
                        SET secret_hash = excluded.secret_hash,
                            subject = excluded.subject,
                            role = excluded.role,
                            all_locations = excluded.all_locations,
                            locations = excluded.locations""")
                .param("id", client.id())
                .param("secretHash", client.secretHash())
                .param("subject", client.subject())
                .param("role", client.role().code())
                .param("allLocations", client.allLocations())
                .param(
                        "locations",
                        client.locations().stream().map(LocationId::value).toArray(UUID[]::new))
                .update();
    }

    /** Marks the client as one of development, to be removed some day. */
    void markForDevelopment(String id) {
        database.sql("UPDATE access_clients SET development = true WHERE id = :id")
                .param("id", id)
                .update();
    }

    /**
     * Removes the marked clients of other ids.
     *
     * @return how many
     */
    int removeForDevelopment(Collection<String> except) {
        return database.sql("DELETE FROM access_clients WHERE development AND id <> ALL (:kept)")
                .param("kept", except.toArray(String[]::new))
                .update();
    }

    private static AccessClient read(ResultSet row) throws SQLException {
        return new AccessClient(
                row.getString("id"),
                row.getString("secret_hash"),
                row.getString("subject"),
                Role.ofCode(row.getString("role")),
                row.getBoolean("all_locations"),
                Arrays.stream((UUID[]) row.getArray("locations").getArray())
                        .map(LocationId::new)
                        .toList(),
                Optional.ofNullable(row.getString("scope"))
                        .flatMap(Scope::ofCode)
                        .orElse(null));
    }
}
