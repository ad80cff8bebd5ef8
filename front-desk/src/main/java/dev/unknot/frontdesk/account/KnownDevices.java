package dev.unknot.frontdesk.account;

import dev.unknot.platform.clock.RealTime;
import dev.unknot.platform.digest.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The browsers that each account has signed in from. They are told apart by a random token of 128 bits in a cookie, which
 * opens nothing: it only counts wrong passwords of its own. See OWASP, "Slow Down Online Guessing Attacks with Device Cookies".
 */
@Component
public class KnownDevices {

    /** After this time without a sign-in one is forgotten. */
    public static final Duration REMEMBERED = Duration.ofDays(400);

    private static final int MOST_OF_AN_ACCOUNT = 20;
    private static final int BYTES = 16;

    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KnownDevices(JdbcClient database, RealTime time) {
        this.database = database;
        this.clock = time.clock();
    }

    boolean know(UUID account, @Nullable String token) {
        return token != null
                && database.sql("""
                        SELECT EXISTS (SELECT FROM known_devices WHERE account_id = ? AND token_hash = ? AND last_at >= ?)
                        """)
                        .params(account, Sha256.of(token), since())
                        .query(Boolean.class)
                        .single();
    }

    /**
     * Notes that the account has signed in from it now. Of too many devices the one goes that has not been used for longest.
     *
     * @param token as the browser has it; null: it has none
     * @return what the browser shall have from now on: another one where nobody has signed in with this before
     */
    @Transactional
    public String remember(UUID account, @Nullable String token) {
        String kept = Optional.ofNullable(token).filter(this::isSomebodys).orElseGet(this::fresh);
        database.sql("""
                        INSERT INTO known_devices (account_id, token_hash, first_at, last_at)
                        VALUES (:account, :hash, :now, :now)
                        ON CONFLICT ON CONSTRAINT known_devices_once DO UPDATE SET last_at = excluded.last_at
                        """)
                .param("account", account)
                .param("hash", Sha256.of(kept))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        database.sql("""
                        DELETE FROM known_devices WHERE account_id = :account AND token_hash IN (
                            SELECT token_hash FROM known_devices WHERE account_id = :account
                            ORDER BY last_at DESC, token_hash OFFSET :most)
                        """)
                .param("account", account)
                .param("most", MOST_OF_AN_ACCOUNT)
                .update();
        return kept;
    }

    /** All of the account but the one with {@code token}; null: all of them. */
    void forgetAllBut(UUID account, @Nullable String token) {
        database.sql("DELETE FROM known_devices WHERE account_id = ? AND token_hash <> ?")
                .params(account, Sha256.of(token == null ? "" : token))
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forgetOldOnes() {
        database.sql("DELETE FROM known_devices WHERE last_at < ?")
                .param(since())
                .update();
    }

    private boolean isSomebodys(String token) {
        return database.sql("SELECT EXISTS (SELECT FROM known_devices WHERE token_hash = ? AND last_at >= ?)")
                .params(Sha256.of(token), since())
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime since() {
        return clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC);
    }

    private String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
