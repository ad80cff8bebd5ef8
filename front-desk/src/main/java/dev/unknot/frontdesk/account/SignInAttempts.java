package dev.unknot.frontdesk.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unknot.platform.clock.RealTime;
import dev.unknot.platform.transaction.Attempts;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Slows down who guesses: counts attempts by account and by address, for all instances together. */
@Component
class SignInAttempts {

    private static final int BY_ACCOUNT = 5;

    /** More: a whole clinic may stand behind one address. */
    private static final int BY_ADDRESS = 30;

    private final JdbcClient database;
    private final Attempts transactions;
    private final Clock clock;

    SignInAttempts(JdbcClient database, Attempts transactions, RealTime time) {
        this.database = database;
        this.transactions = transactions;
        this.clock = time.clock();
    }

    /** Counts an attempt for the account and the address, unless one of them pauses; then it may not be made. */
    boolean admit(String email, InetAddress address) {
        return transactions.run(() -> {
            Instant now = clock.instant();
            // Always in this order, so that two attempts do not wait for each other.
            Tries byAddress = locked(ofAddress(address), now);
            Tries byAccount = locked(ofAccount(email), now);
            if (byAddress.pausedAt(now) || byAccount.pausedAt(now)) {
                return false;
            }
            keep(ofAddress(address), byAddress.andOneMore(BY_ADDRESS, now));
            keep(ofAccount(email), byAccount.andOneMore(BY_ACCOUNT, now));
            return true;
        });
    }

    /** The attempt was good: the account starts afresh, the address only loses this one, or an own account would free it. */
    void succeeded(String email, InetAddress address) {
        database.sql("DELETE FROM sign_in_attempts WHERE key = ?")
                .param(ofAccount(email))
                .update();
        database.sql("UPDATE sign_in_attempts SET attempts = attempts - 1, locked_until = NULL WHERE key = ?")
                .param(ofAddress(address))
                .update();
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

    private static String ofAccount(String email) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(email.getBytes(UTF_8));
            return "account " + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** One household may hold a whole IPv6 network of 64 bits. */
    private static String ofAddress(InetAddress address) {
        byte[] bytes = address.getAddress();
        return "address " + HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
    }
}
