package dev.unknot.frontdesk.token;

import dev.unknot.common.access.Role;
import dev.unknot.common.access.Scope;
import dev.unknot.common.location.LocationId;
import dev.unknot.frontdesk.account.Letters;
import dev.unknot.platform.audit.AuditTrail;
import dev.unknot.platform.clock.RealTime;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.LocationScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The programs to look at, let in and shut out. Who may do so is decided before; each change is in the audit trail. */
@Component
public class Programs {

    private static final int MOST = 1_000;
    private static final int SECRET_BYTES = 35;

    private final JdbcClient database;
    private final PasswordEncoder secrets;
    private final TransactionOperations transaction;
    private final AuditTrail audit;
    private final RealTime time;

    Programs(
            JdbcClient database,
            PasswordEncoder secrets,
            TransactionOperations transaction,
            AuditTrail audit,
            RealTime time) {
        this.database = database;
        this.secrets = secrets;
        this.transaction = transaction;
        this.audit = audit;
        this.time = time;
    }

    /** What is shown once: the secret is kept nowhere but as a hash. */
    public record Credentials(Program program, String secret) {}

    /** In the order of names, those that have ended last; at most {@value #MOST}. */
    public List<Program> list() {
        return database.sql("""
                        SELECT id, name, scope, all_locations, locations, registered_at, secret_since, last_used_at, ended_at
                        FROM access_clients
                        WHERE name IS NOT NULL
                        ORDER BY ended_at NULLS FIRST, lower(name), id
                        LIMIT :most""")
                .param("most", MOST)
                .query((row, number) -> read(row))
                .list();
    }

    public Program find(UUID id) {
        return list().stream()
                .filter(program -> program.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("not-found", "There is no such program."));
    }

    /**
     * @param name which no other that may ask for tokens has
     * @param locations all, or at least one
     */
    public Credentials register(String name, Scope scope, LocationScope locations) {
        UUID id = Ids.next();
        String secret = Letters.random(SECRET_BYTES);
        String hash = secrets.encode(secret);
        transaction.executeWithoutResult(done -> {
            try {
                insert(id, name, scope, locations, hash);
            } catch (DuplicateKeyException taken) {
                throw Rejection.conflict("name-taken", "There is a program of this name.")
                        .at("name");
            }
            audit.changed("program-registered", id, null);
        });
        return new Credentials(find(id), secret);
    }

    /**
     * A new secret; the one before opens nothing from now on.
     *
     * @param since of the present one, as it was read
     */
    public Credentials renewSecret(UUID id, Instant since) {
        String secret = Letters.random(SECRET_BYTES);
        String hash = secrets.encode(secret);
        change("program-secret-renewed", id, """
                        UPDATE access_clients SET secret_hash = :hash, secret_since = :now
                        WHERE id = :id AND ended_at IS NULL AND secret_since = :since""", Map.of("hash", hash, "since", since.atOffset(ZoneOffset.UTC)));
        return new Credentials(find(id), secret);
    }

    /** It gets no token any more; those it has end within minutes. */
    public void end(UUID id) {
        change("program-ended", id, """
                        UPDATE access_clients SET ended_at = :now WHERE id = :id AND ended_at IS NULL""", Map.of());
    }

    private void change(String what, UUID id, String statement, Map<String, ?> parameters) {
        find(id);
        transaction.executeWithoutResult(done -> {
            int changed = database.sql(statement)
                    .params(parameters)
                    .param("id", id.toString())
                    .param("now", now())
                    .update();
            if (changed == 0) {
                throw Rejection.preconditionFailed(
                        "version-mismatch", "Someone else has changed this in the meantime; read it again and repeat.");
            }
            audit.changed(what, id, null);
        });
    }

    private void insert(UUID id, String name, Scope scope, LocationScope locations, String hash) {
        database.sql("""
                        INSERT INTO access_clients
                            (id, secret_hash, subject, role, all_locations, locations, name, scope, registered_at, secret_since)
                        VALUES (:id, :hash, :id, :role, :all, :locations, :name, :scope, :now, :now)""")
                .param("id", id.toString())
                .param("hash", hash)
                .param("role", Role.INTEGRATION.code())
                .param("all", locations.all())
                .param("locations", locations.ids().toArray(UUID[]::new))
                .param("name", name)
                .param("scope", scope.code())
                .param("now", now())
                .update();
    }

    /** To the microsecond, as the database keeps it. */
    private OffsetDateTime now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Program read(ResultSet row) throws SQLException {
        return new Program(
                UUID.fromString(row.getString("id")),
                row.getString("name"),
                Scope.ofCode(row.getString("scope")).orElseThrow(),
                row.getBoolean("all_locations")
                        ? LocationScope.everywhere()
                        : LocationScope.of(
                                Arrays.stream((UUID[]) row.getArray("locations").getArray())
                                        .map(LocationId::new)
                                        .collect(Collectors.toSet())),
                instant(row, "registered_at"),
                instant(row, "secret_since"),
                instantOrNull(row, "last_used_at"),
                instantOrNull(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
