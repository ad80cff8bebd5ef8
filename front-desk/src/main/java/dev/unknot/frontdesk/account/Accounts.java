package dev.unknot.frontdesk.account;

import dev.unknot.common.access.Role;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.security.LocationScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts in the database. */
@Repository
class Accounts {

    private static final String SELECT = """
        SELECT id, version, email, name, password_hash, password_version, password_is_initial, role, all_locations,
            locations, therapist_id, disabled
        FROM accounts
        """;

    private static final String CHANGE_PASSWORD = """
        UPDATE accounts
        SET version = version + 1, password_hash = :hash, password_version = password_version + 1,
            password_is_initial = :initial
        """;

    private final JdbcClient database;

    Accounts(JdbcClient database) {
        this.database = database;
    }

    Optional<Row> find(UUID id) {
        return database.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Row> withEmail(String email) {
        return database.sql(SELECT + "WHERE email = ?")
                .param(email)
                .query((row, n) -> read(row))
                .optional();
    }

    /** In name order, those whose locations all lie inside {@code scope}. */
    List<Row> within(LocationScope scope, int most) {
        return database.sql(SELECT + """
            WHERE :all OR (NOT all_locations AND locations <@ :ids)
            ORDER BY disabled, lower(name), id LIMIT :most
            """)
                .param("all", scope.all())
                .param("ids", scope.idArray())
                .param("most", most)
                .query((row, n) -> read(row))
                .list();
    }

    /** By the id of the account, or of the therapist it is of. */
    Map<UUID, String> names(Collection<UUID> subjects) {
        Map<UUID, String> names = new HashMap<>();
        database.sql("""
            SELECT coalesce(therapist_id, id) AS subject, name FROM accounts
            WHERE id = ANY (:ids) OR therapist_id = ANY (:ids)
            """).param("ids", subjects.toArray(UUID[]::new)).query((RowCallbackHandler)
                row -> names.put(row.getObject("subject", UUID.class), row.getString("name")));
        return names;
    }

    /** By the ids of those that are not disabled. */
    Map<UUID, Long> versions(Collection<UUID> ids) {
        Map<UUID, Long> versions = new HashMap<>();
        database.sql("SELECT id, version FROM accounts WHERE id = ANY (:ids) AND NOT disabled")
                .param("ids", ids.toArray(UUID[]::new))
                .query((RowCallbackHandler)
                        row -> versions.put(row.getObject("id", UUID.class), row.getLong("version")));
        return versions;
    }

    boolean areEmpty() {
        return database.sql("SELECT NOT EXISTS (SELECT FROM accounts)")
                .query(Boolean.class)
                .single();
    }

    /** @return whether it was added; not when the email has an account */
    boolean add(StaffAccount account, String passwordHash) {
        return database.sql("""
            INSERT INTO accounts (id, version, email, name, password_hash, password_is_initial, role,
                all_locations, locations, therapist_id, disabled)
            VALUES (:id, 0, :email, :name, :hash, :initial, :role, :all, :ids, :therapist, :disabled)
            ON CONFLICT ON CONSTRAINT email_belongs_to_one_account DO NOTHING
            """)
                        .param("id", account.id())
                        .param("email", account.email())
                        .param("name", account.name())
                        .param("hash", passwordHash)
                        .param("initial", account.passwordIsInitial())
                        .param("role", account.role().code())
                        .param("all", account.locations().all())
                        .param("ids", account.locations().idArray())
                        .param("therapist", therapist(account))
                        .param("disabled", account.disabled())
                        .update()
                == 1;
    }

    /** @return whether the version was still that of {@code account}, which is then raised */
    boolean change(StaffAccount account) {
        return database.sql("""
            UPDATE accounts
            SET version = version + 1, name = :name, role = :role, all_locations = :all,
                locations = :ids, therapist_id = :therapist, disabled = :disabled
            WHERE id = :id AND version = :version
            """)
                        .param("id", account.id())
                        .param("version", account.version())
                        .param("name", account.name())
                        .param("role", account.role().code())
                        .param("all", account.locations().all())
                        .param("ids", account.locations().idArray())
                        .param("therapist", therapist(account))
                        .param("disabled", account.disabled())
                        .update()
                == 1;
    }

    /** A new password: the sessions begun with another one end. */
    void changePassword(UUID id, String hash, boolean initial) {
        database.sql(CHANGE_PASSWORD + "WHERE id = :id")
                .param("id", id)
                .param("hash", hash)
                .param("initial", initial)
                .update();
    }

    /** @return whether the password was still that of {@code version} */
    boolean changePassword(UUID id, int version, String hash) {
        return database.sql(CHANGE_PASSWORD + "WHERE id = :id AND password_version = :version")
                        .param("id", id)
                        .param("version", version)
                        .param("hash", hash)
                        .param("initial", false)
                        .update()
                == 1;
    }

    /** The same password in a stronger hash. */
    void rehash(UUID id, String weaker, String stronger) {
        database.sql("UPDATE accounts SET password_hash = ? WHERE id = ? AND password_hash = ?")
                .params(stronger, id, weaker)
                .update();
    }

    void enable(UUID id) {
        database.sql("UPDATE accounts SET disabled = false WHERE id = ?")
                .param(id)
                .update();
    }

    void markForDevelopment(UUID id) {
        database.sql("UPDATE accounts SET development = true WHERE id = ?")
                .param(id)
                .update();
    }

    int removeForDevelopment(Collection<String> exceptEmails) {
        return database.sql("DELETE FROM accounts WHERE development AND email <> ALL (:kept)")
                .param("kept", exceptEmails.toArray(String[]::new))
                .update();
    }

    private static @Nullable UUID therapist(StaffAccount account) {
        TherapistId id = account.therapistId();
        return id == null ? null : id.value();
    }

    private static Row read(ResultSet row) throws SQLException {
        UUID therapist = row.getObject("therapist_id", UUID.class);
        Set<UUID> locations =
                Arrays.stream((UUID[]) row.getArray("locations").getArray()).collect(Collectors.toSet());
        return new Row(
                new StaffAccount(
                        row.getObject("id", UUID.class),
                        row.getLong("version"),
                        row.getString("email"),
                        row.getString("name"),
                        Role.ofCode(row.getString("role")),
                        new LocationScope(row.getBoolean("all_locations"), locations),
                        therapist == null ? null : new TherapistId(therapist),
                        row.getBoolean("disabled"),
                        row.getBoolean("password_is_initial")),
                row.getString("password_hash"),
                row.getInt("password_version"));
    }

    /** @param passwordVersion rises with each change of the password */
    record Row(StaffAccount account, String passwordHash, int passwordVersion) {

        @Override
        public String toString() {
            return "Row[" + account + "]";
        }
    }
}
