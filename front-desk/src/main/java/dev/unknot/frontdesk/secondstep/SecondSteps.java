package dev.unknot.frontdesk.secondstep;

import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.account.WayBackOpened;
import dev.unknot.frontdesk.signingkey.KeyVault;
import dev.unknot.platform.audit.AuditTrail;
import dev.unknot.platform.clock.RealTime;
import dev.unknot.platform.digest.Sha256;
import dev.unknot.platform.problem.Rejection;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second step of each account that has one. */
@Component
public class SecondSteps {

    private static final int BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    private final JdbcClient database;
    private final KeyVault vault;
    private final SecondStepSettings settings;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondSteps(JdbcClient database, KeyVault vault, SecondStepSettings settings, AuditTrail audit, RealTime time) {
        this.database = database;
        this.vault = vault;
        this.settings = settings;
        this.audit = audit;
        this.clock = time.clock();
    }

    public boolean isOn(UUID account) {
        return database.sql("SELECT EXISTS (SELECT FROM second_steps WHERE account_id = ? AND on_since IS NOT NULL)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    /** Whether they have to set one up before anything else. */
    public boolean isOwed(StaffAccount account) {
        return settings.requiredFor().contains(account.role()) && !isOn(account.id());
    }

    /** How many are left of the codes for a lost app. */
    public int recoveryCodes(UUID account) {
        return database.sql("SELECT count(*) FROM recovery_codes WHERE account_id = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /** A fresh secret, which an app has to be told; nothing, where it is on already. */
    public void begin(StaffAccount account) {
        database.sql("""
                        INSERT INTO second_steps (account_id, secret) VALUES (:account, :secret)
                        ON CONFLICT ON CONSTRAINT one_second_step_of_an_account DO UPDATE SET secret = excluded.secret
                        WHERE second_steps.on_since IS NULL
                        """)
                .param("account", account.id())
                .param("secret", vault.close(name(account.id()), fresh(BYTES)))
                .update();
    }

    /** What was begun, and waits for a first code. */
    public Optional<Setup> begun(StaffAccount account) {
        return database.sql("SELECT secret FROM second_steps WHERE account_id = ? AND on_since IS NULL")
                .param(account.id())
                .query(byte[].class)
                .optional()
                .map(closed -> Setup.of(vault.open(name(account.id()), closed), account.email()));
    }

    /**
     * Turns it on, since the app has the secret.
     *
     * @return the codes for when it is lost; nobody can read them again
     */
    @Transactional
    public List<String> confirm(StaffAccount account, String code) {
        if (!takesTimeCode(account.id(), normal(code), false)) {
            throw Rejection.invalid(
                    "wrong-code",
                    "That is not the code that the app shows now. Is the clock of the phone right?",
                    "code");
        }
        database.sql("UPDATE second_steps SET on_since = :now WHERE account_id = :account")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account.id())
                .update();
        List<String> codes = Stream.generate(() -> fresh(RECOVERY_BYTES).toLowerCase(Locale.ROOT))
                .limit(RECOVERY_CODES)
                .toList();
        codes.forEach(one -> database.sql("INSERT INTO recovery_codes (account_id, code_hash) VALUES (?, ?)")
                .params(account.id(), Sha256.of(one))
                .update());
        audit.changed("second-step-begun", account.id(), null);
        return codes.stream()
                .map(one -> String.join("-", one.split("(?<=\\G.{4})")))
                .toList();
    }

    /** Whether it is a code of the app, or one for when that is lost; each is good once. */
    @Transactional
    public boolean accepts(UUID account, String typed) {
        String code = normal(typed);
        return takesTimeCode(account, code, true) || takesRecoveryCode(account, code);
    }

    /** The account has none any more; nothing, where it had none. */
    @Transactional
    public void end(StaffAccount account) {
        int ended = database.sql("DELETE FROM second_steps WHERE account_id = ?")
                .param(account.id())
                .update();
        if (ended > 0) {
            audit.changed("second-step-ended", account.id(), null);
        }
    }

    /** Whoever was let back in has lost what their codes came from, too. */
    @EventListener
    void end(WayBackOpened opened) {
        database.sql("DELETE FROM second_steps WHERE account_id = ?")
                .param(opened.account())
                .update();
    }

    private boolean takesTimeCode(UUID account, String code, boolean on) {
        return database.sql("""
                        SELECT secret, last_step FROM second_steps
                        WHERE account_id = ? AND (on_since IS NOT NULL) = ? FOR UPDATE
                        """)
                .params(account, on)
                .query((row, number) -> TimeCodes.step(
                        new Base32().decode(vault.open(name(account), row.getBytes("secret"))),
                        code,
                        clock.instant(),
                        row.getLong("last_step")))
                .optional()
                .filter(OptionalLong::isPresent)
                .map(step -> database.sql("UPDATE second_steps SET last_step = ? WHERE account_id = ?")
                                .params(step.getAsLong(), account)
                                .update()
                        == 1)
                .orElse(false);
    }

    private boolean takesRecoveryCode(UUID account, String code) {
        return database.sql("""
                        DELETE FROM recovery_codes USING second_steps
                        WHERE recovery_codes.account_id = ? AND code_hash = ?
                            AND second_steps.account_id = recovery_codes.account_id AND on_since IS NOT NULL
                        """).params(account, Sha256.of(code)).update() == 1;
    }

    private String fresh(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return new Base32().encodeToString(secret);
    }

    /** As it is kept: people type blanks and hyphens to read better. */
    private static String normal(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private static String name(UUID account) {
        return "second step of " + account;
    }
}
