package dev.unknot.frontdesk.account;

import dev.unknot.platform.audit.AuditTrail;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.LocationScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The accounts to look at, make and change. Who may do so is decided before; each change is in the audit trail. */
@Component
public class StaffAccounts {

    private static final int MOST = 1_000;

    private final Accounts accounts;
    private final Passwords passwords;
    private final KnownDevices devices;
    private final TransactionOperations transaction;
    private final AuditTrail audit;

    StaffAccounts(
            Accounts accounts,
            Passwords passwords,
            KnownDevices devices,
            TransactionOperations transaction,
            AuditTrail audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.devices = devices;
        this.transaction = transaction;
        this.audit = audit;
    }

    /** In name order, disabled ones last: at most {@value #MOST} whose locations all lie inside {@code scope}. */
    public List<StaffAccount> within(LocationScope scope) {
        return accounts.within(scope, MOST).stream().map(Accounts.Row::account).toList();
    }

    /** By the ids of those that may sign in; a version rises with each change, and with each password. */
    public Map<UUID, Long> versions(Collection<UUID> ids) {
        return accounts.versions(ids);
    }

    public void create(StaffAccount account, String password) {
        passwords.require(password, account);
        String hash = passwords.hash(password);
        StaffAccount folded = account.withEmail(SignIn.folded(account.email()));
        change(
                "account-created",
                folded,
                () -> accounts.add(folded, hash),
                Rejection.conflict("email-taken", "There is an account with this email.")
                        .at("email"));
    }

    /** @param account as it shall be, at the version that was read */
    public void change(StaffAccount account) {
        change(
                account.disabled() ? "account-disabled" : "account-changed",
                account,
                () -> accounts.change(account),
                Rejection.preconditionFailed(
                        "version-mismatch",
                        "Someone else has changed this in the meantime; read it again and repeat."));
    }

    /** One that somebody else chose; their sessions end, and they have to change it first. */
    public void setPassword(StaffAccount account, String password) {
        passwords.require(password, account);
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(done -> {
            accounts.changePassword(account.id(), hash, true);
            devices.forgetAllBut(account.id(), null);
            audit.changed("account-password-set", account.id(), null);
        });
    }

    private void change(String what, StaffAccount account, BooleanSupplier change, Rejection otherwise) {
        try {
            transaction.executeWithoutResult(done -> {
                if (!change.getAsBoolean()) {
                    throw otherwise;
                }
                audit.changed(what, account.id(), null);
            });
        } catch (DataIntegrityViolationException taken) {
            if (String.valueOf(taken.getMessage()).contains("a_therapist_has_one_account")) {
                throw Rejection.conflict("therapist-has-account", "This therapist has an account already.")
                        .at("therapist");
            }
            throw taken;
        }
    }
}
