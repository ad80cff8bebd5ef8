package dev.unknot.platform.idempotency;

import dev.unknot.platform.digest.Sha256;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The successes of creates by caller, path and key. Everything but the round of sweeping happens in the effect's transaction. */
class StoredAnswers {

    private static final Duration RETENTION = Duration.ofHours(72);
    private static final int FEW = 10;
    private static final int MANY = 1_000;

    private final JdbcClient database;
    private final Clock clock;

    StoredAnswers(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Lets one request at a time work under a key; the next one sees what this one commits. */
    void lock(Place place) {
        var unused = database.sql("SELECT pg_advisory_xact_lock(:lock) IS NULL")
                .param("lock", place.lock())
                .query(Boolean.class)
                .single();
    }

    Optional<StoredAnswer> find(Place place) {
        return database.sql("""
                        SELECT request_hash, status, location, etag, body
                        FROM idempotency_answer(:caller, :path, :key)""")
                .param("caller", place.caller())
                .param("path", place.path())
                .param("key", place.key())
                .query((row, number) -> new StoredAnswer(
                        row.getBytes("request_hash"),
                        row.getInt("status"),
                        row.getString("location"),
                        row.getString("etag"),
                        row.getString("body")))
                .optional();
    }

    void keep(Place place, StoredAnswer answer) {
        Instant now = clock.instant();
        var unused = sweep(now, FEW);
        database.sql("""
                        INSERT INTO idempotency_keys
                            (caller, path, key, request_hash, status, location, etag, body, stored_at)
                        VALUES (:caller, :path, :key, :hash, :status, :location, :etag, :body, :now)""")
                .param("caller", place.caller())
                .param("path", place.path())
                .param("key", place.key())
                .param("hash", answer.requestHash())
                .param("status", answer.status())
                .param("location", answer.location())
                .param("etag", answer.etag())
                .param("body", answer.body())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** They are few: none is older than the retention. */
    void forget(UUID subject) {
        database.sql("DELETE FROM idempotency_keys WHERE strpos(body, :subject) > 0 OR strpos(location, :subject) > 0")
                .param("subject", subject.toString())
                .update();
    }

    /** Forgets all that are too old, in steps of their own. */
    void sweep() {
        long swept;
        do {
            swept = sweep(clock.instant(), MANY);
        } while (swept == MANY);
    }

    /** With each one kept a few are forgotten, so the table does not wait for the next round to shrink. */
    private long sweep(Instant now, int most) {
        return database.sql("SELECT sweep_idempotency_keys(:end, :most)")
                .param("end", now.minus(RETENTION).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** Where a key counts: one caller's, on one path. */
    record Place(String caller, String path, String key) {

        /** Two places may share a lock, which costs one of them a moment's wait. */
        long lock() {
            byte[] hash = Sha256.of(caller + '\n' + path + '\n' + key);
            return ByteBuffer.wrap(hash).getLong();
        }
    }
}
