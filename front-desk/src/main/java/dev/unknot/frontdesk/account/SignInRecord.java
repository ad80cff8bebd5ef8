package dev.unknot.frontdesk.account;

import dev.unknot.platform.audit.AuditOutcome;
import dev.unknot.platform.audit.AuditTrail;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts on record who signs in and out, which attempts are refused and what pauses by them. Attempts while a pause lasts are not:
 * nobody can fill the trail, which keeps everything.
 */
@Component
class SignInRecord {

    private static final String SIGN_IN = "sign-in";

    private final AuditTrail audit;
    private final SignInAttempts attempts;

    SignInRecord(AuditTrail audit, SignInAttempts attempts) {
        this.audit = audit;
        this.attempts = attempts;
    }

    void signedIn(StaffAccount account) {
        audit.noted(actor(account), AuditOutcome.CHANGED, "signed-in", account.id(), null);
    }

    void askedForCode(StaffAccount account) {
        audit.noted(actor(account), AuditOutcome.CHANGED, "code-asked", account.id(), null);
    }

    void signedOut(StaffAccount account) {
        audit.noted(actor(account), AuditOutcome.CHANGED, "signed-out", account.id(), null);
    }

    /** Somebody who has not shown who they are. */
    void refused(Optional<StaffAccount> account, String cause, List<Counted> counted) {
        UUID id = account.map(StaffAccount::id).orElse(null);
        refused(AuditTrail.NOBODY, SIGN_IN, id, cause, counted);
    }

    /** Somebody in their session, who typed a present password that is not theirs. */
    void refusedPassword(StaffAccount account, List<Counted> counted) {
        refused(actor(account), "account-password", account.id(), "wrong-password", counted);
    }

    private void refused(String actor, String what, @Nullable UUID account, String cause, List<Counted> counted) {
        audit.noted(actor, AuditOutcome.REFUSED, what, account, cause);
        for (Counted pausing : attempts.pausing(counted)) {
            audit.noted(
                    actor,
                    AuditOutcome.REFUSED,
                    "sign-in-paused",
                    account,
                    pausing.kind().code());
        }
    }

    private static String actor(StaffAccount account) {
        return account.role().code() + ':' + account.subject();
    }
}
