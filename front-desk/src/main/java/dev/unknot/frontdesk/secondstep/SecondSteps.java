package dev.unknot.frontdesk.secondstep;

import dev.unknot.frontdesk.account.Letters;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.account.WayBackOpened;
import dev.unknot.frontdesk.signingkey.KeyVault;
import dev.unknot.platform.audit.AuditTrail;
import dev.unknot.platform.clock.RealTime;
import dev.unknot.platform.digest.Sha256;
import dev.unknot.platform.problem.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
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

    private static final Rejection ON = Rejection.conflict(
            "second-step-on", "Your second step has been turned on already, in another window or elsewhere.");

    private final JdbcClient database;
    private final KeyVault vault;
    private final SecondStepSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    SecondSteps(JdbcClient database, KeyVault vault, SecondStepSettings settings, AuditTrail audit, RealTime time) {
        this.database = database;
        this.vault = vault;
        this.settings = settings;
        this.audit = audit;
        this.clock = time.clock();
    }

    public boolean isOn(UUID account) {
        return database.sql("SELECT EXISTS (SELECT FROM second_steps WHERE account_id = ?)")
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

    /** A fresh secret for an app, encrypted for this account: whoever begins keeps it, until a first code shows that the app has it. */
    public byte[] begin(StaffAccount account) {
        return vault.close(name(account.id()), Letters.random(BYTES));
    }

    /** @param begun what {@link #begin} answered to the same account */
    public Setup setup(StaffAccount account, byte[] begun) {
        return Setup.of(vault.open(name(account.id()), begun), account.email());
    }

    /**
     * Turns it on, since the app has the secret.
     *
     * @param begun what {@link #begin} answered to the same account
     * @return the codes for when it is lost; nobody can read them again
     */
    @Transactional
    public List<String> confirm(StaffAccount account, byte[] begun, String code) {
        if (isOn(account.id())) {
            throw ON;
        }
        Instant now = clock.instant();
        OptionalLong step = TimeCodes.step(secret(account.id(), begun), normal(code), now, 0);
        if (step.isEmpty()) {
            throw Rejection.invalid(
                    "wrong-code",
                    "That is not the code that the app shows now. Is the clock of the phone right?",
                    "code");
        }
        int on = database.sql("""
                        INSERT INTO second_steps (account_id, secret, on_since, last_step)
                        VALUES (:account, :secret, :now, :step)
                        ON CONFLICT ON CONSTRAINT one_second_step_of_an_account DO NOTHING
                        """)
                .param("account", account.id())
                .param("secret", begun)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("step", step.getAsLong())
                .update();
        if (on == 0) {
            throw ON;
        }
        List<String> codes = Stream.generate(
                        () -> Letters.random(RECOVERY_BYTES).toLowerCase(Locale.ROOT))
                .limit(RECOVERY_CODES)
                .toList();
        codes.forEach(one -> database.sql("INSERT INTO recovery_codes (account_id, code_hash) VALUES (?, ?)")
                .params(account.id(), Sha256.of(one))
                .update());
        audit.changed("second-step-begun", account.id(), null);
        return codes.stream().map(one -> Letters.inFours(one, "-")).toList();
    }

    /** The codes for a lost app, encrypted for this account, for as long as their person has not written them down. */
    public byte[] sealed(StaffAccount account, List<String> codes) {
        return vault.close(name(account.id()), String.join(" ", codes));
    }

    /** @param sealed what {@link #sealed} answered to the same account */
    public List<String> opened(StaffAccount account, byte[] sealed) {
        return List.of(vault.open(name(account.id()), sealed).split(" "));
    }

    /** Whether it is a code of the app, or one for when that is lost; each is good once. */
    @Transactional
    public boolean accepts(UUID account, String typed) {
        String code = normal(typed);
        return takesTimeCode(account, code) || takesRecoveryCode(account, code);
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

    private boolean takesTimeCode(UUID account, String code) {
        return database.sql("SELECT secret, last_step FROM second_steps WHERE account_id = ? FOR UPDATE")
                .param(account)
                .query((row, number) -> TimeCodes.step(
                        secret(account, row.getBytes("secret")), code, clock.instant(), row.getLong("last_step")))
                .optional()
                .filter(OptionalLong::isPresent)
                .map(step -> database.sql("UPDATE second_steps SET last_step = ? WHERE account_id = ?")
                                .params(step.getAsLong(), account)
                                .update()
                        == 1)
                .orElse(false);
    }

    private byte[] secret(UUID account, byte[] closed) {
        return new Base32().decode(vault.open(name(account), closed));
    }

    private boolean takesRecoveryCode(UUID account, String code) {
        return database.sql("""
                        DELETE FROM recovery_codes WHERE account_id = ? AND code_hash = ?
                        """).params(account, Sha256.of(code)).update() == 1;
    }

    /** As it is kept: people type blanks and hyphens to read better. */
    private static String normal(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private static String name(UUID account) {
        return "second step of " + account;
    }
}
