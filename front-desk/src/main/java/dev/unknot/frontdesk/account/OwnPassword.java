package dev.unknot.frontdesk.account;

import dev.unknot.platform.audit.AuditTrail;
import dev.unknot.platform.problem.Rejection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Changes the password of whoever knows it; every session begun with the old one ends. */
@Component
public class OwnPassword {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignIn signIn;
    private final SignInAttempts attempts;
    private final KnownDevices devices;
    private final SignInRecord record;
    private final TransactionOperations transaction;
    private final AuditTrail audit;

    OwnPassword(
            Accounts accounts,
            Passwords passwords,
            SignIn signIn,
            SignInAttempts attempts,
            KnownDevices devices,
            SignInRecord record,
            TransactionOperations transaction,
            AuditTrail audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIn = signIn;
        this.attempts = attempts;
        this.devices = devices;
        this.record = record;
        this.transaction = transaction;
        this.audit = audit;
    }

    /** Refuses whoever does not know the present one; a try is counted as one to sign in. */
    public void require(StaffAccount account, String present, Origin from) {
        var unused = known(account, present, from);
    }

    private Accounts.Row known(StaffAccount account, String present, Origin from) {
        List<Counted> counted = signIn.counted(account.email(), Optional.of(account.id()), from);
        boolean admitted = attempts.admit(counted);
        Accounts.Row row = accounts.find(account.id()).orElseThrow();
        boolean same = passwords.match(present, row.passwordHash());
        if (!same && admitted) {
            record.refusedPassword(account, counted);
        }
        if (!same || !admitted) {
            throw Rejection.invalid(
                    "wrong-password",
                    "That is not your present password, or there were too many attempts; wait a minute and repeat.",
                    "present");
        }
        attempts.succeeded(counted);
        return row;
    }

    /** @param from counted like an attempt to sign in: a session left open is no way to guess a password; stays a known device */
    public void change(StaffAccount account, String present, String wanted, Origin from) {
        Accounts.Row row = known(account, present, from);
        passwords.require(wanted, account);
        if (wanted.equals(present)) {
            throw Rejection.invalid("password-not-new", "That is the password you have.", "password");
        }
        String hash = passwords.hash(wanted);
        transaction.executeWithoutResult(done -> {
            if (!accounts.changePassword(account.id(), row.passwordVersion(), hash)) {
                throw Rejection.conflict(
                        "password-changed-meanwhile",
                        "Your password has been changed at the same moment; sign in with that one.");
            }
            devices.forgetAllBut(account.id(), from.device());
            audit.changed("account-password-changed", account.id(), null);
        });
    }
}
