package dev.unknot.frontdesk.account;

import dev.unknot.platform.audit.AuditTrail;
import dev.unknot.platform.problem.Rejection;
import java.net.InetAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Changes the password of whoever knows it; every session begun with the old one ends. */
@Component
public class OwnPassword {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final TransactionOperations transaction;
    private final AuditTrail audit;

    OwnPassword(
            Accounts accounts,
            Passwords passwords,
            SignInAttempts attempts,
            TransactionOperations transaction,
            AuditTrail audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.transaction = transaction;
        this.audit = audit;
    }

    /** @param address counted against like an attempt to sign in: a session left open is no way to guess a password */
    public void change(StaffAccount account, String present, String wanted, InetAddress address) {
        boolean admitted = attempts.admit(account.email(), address);
        Accounts.Row row = accounts.find(account.id()).orElseThrow();
        if (!passwords.match(present, row.passwordHash()) || !admitted) {
            throw Rejection.invalid(
                    "wrong-password",
                    "That is not your present password, or there were too many attempts; wait a minute and repeat.",
                    "present");
        }
        attempts.succeeded(account.email(), address);
        Passwords.require(wanted);
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
            audit.changed("account-password-changed", account.id(), null);
        });
    }
}
