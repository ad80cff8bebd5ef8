package dev.unknot.frontdesk.account;

import dev.unknot.platform.clock.RealTime;
import dev.unknot.platform.transaction.Attempts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Slows down who guesses: counts attempts for all instances together. */
@Component
class SignInAttempts {

    private final JdbcClient database;
    private final Attempts transactions;
    private final Clock clock;

    SignInAttempts(JdbcClient database, Attempts transactions, RealTime time) {
        this.database = database;
        this.transactions = transactions;
        this.clock = time.clock();
    }

    /** Counts an attempt, unless something that it counts by pauses; then it may not be made. */
    boolean admit(List<Counted> by) {
        return transactions.run(() -> {
            Instant now = clock.instant();
            Map<Counted, Tries> tries = new LinkedHashMap<>();
            by.forEach(one -> tries.put(one, locked(one.key(), now)));
            if (tries.values().stream().anyMatch(one -> one.pausedAt(now))) {
                return false;
            }
            tries.forEach((one, before) -> keep(one.key(), before.andOneMore(one.limit(), now)));
            return true;
        });
    }

    /** Those of what an attempt was counted by that pause now: since it was admitted, they do so because of it. */
    List<Counted> pausing(List<Counted> by) {
        Set<String> keys = database.sql(
                        "SELECT key FROM sign_in_attempts WHERE key = ANY (:keys) AND locked_until > :now")
                .param("keys", by.stream().map(Counted::key).toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .set();
        return by.stream().filter(one -> keys.contains(one.key())).toList();
    }

    /** The attempt was good: the count starts afresh; one that others share only loses this one, or an own account would free it. */
    void succeeded(List<Counted> by) {
        for (Counted one : by) {
            database.sql(
                            one.ofMany()
                                    ? "UPDATE sign_in_attempts SET attempts = attempts - 1, locked_until = NULL WHERE key = ?"
                                    : "DELETE FROM sign_in_attempts WHERE key = ?")
                    .param(one.key())
                    .update();
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forgetOldOnes() {
        database.sql("DELETE FROM sign_in_attempts WHERE last_at < ?")
                .param(clock.instant().minus(Tries.FORGOTTEN_AFTER).atOffset(ZoneOffset.UTC))
                .update();
    }

    private Tries locked(String key, Instant now) {
        database.sql("""
                        INSERT INTO sign_in_attempts (key, attempts, last_at) VALUES (?, 0, ?)
                        ON CONFLICT DO NOTHING
                        """).params(key, now.atOffset(ZoneOffset.UTC)).update();
        return database.sql("SELECT attempts, last_at, locked_until FROM sign_in_attempts WHERE key = ? FOR UPDATE")
                .param(key)
                .query((row, number) -> read(row))
                .optional()
                .orElseGet(() -> Tries.none(now));
    }

    private void keep(String key, Tries tries) {
        Instant lockedUntil = tries.lockedUntil();
        database.sql("""
                        UPDATE sign_in_attempts SET attempts = :attempts, last_at = :lastAt, locked_until = :lockedUntil
                        WHERE key = :key
                        """)
                .param("attempts", tries.attempts())
                .param("lastAt", tries.lastAt().atOffset(ZoneOffset.UTC))
                .param("lockedUntil", lockedUntil == null ? null : lockedUntil.atOffset(ZoneOffset.UTC))
                .param("key", key)
                .update();
    }

    private static Tries read(ResultSet row) throws SQLException {
        OffsetDateTime lockedUntil = row.getObject("locked_until", OffsetDateTime.class);
        return new Tries(
                row.getInt("attempts"),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                lockedUntil == null ? null : lockedUntil.toInstant());
    }
}
