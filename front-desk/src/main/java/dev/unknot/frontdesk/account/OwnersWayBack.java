package dev.unknot.frontdesk.account;

import dev.unknot.common.access.Role;
import dev.unknot.platform.audit.AuditOutcome;
import dev.unknot.platform.audit.AuditTrail;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets an owner back in whom nobody else can let in: for the last one who has lost the password or the second step. Only who may
 * start the service can do that. The new password is printed once, and has to be changed first.
 */
@Component
class OwnersWayBack {

    private static final Logger log = LoggerFactory.getLogger(OwnersWayBack.class);

    /** 80 bits. */
    private static final int BYTES = 10;

    private final AccountSettings settings;
    private final Accounts accounts;
    private final Passwords passwords;
    private final KnownDevices devices;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher service;
    private final AuditTrail audit;

    OwnersWayBack(
            AccountSettings settings,
            Accounts accounts,
            Passwords passwords,
            KnownDevices devices,
            TransactionOperations transaction,
            ApplicationEventPublisher service,
            AuditTrail audit) {
        this.settings = settings;
        this.accounts = accounts;
        this.passwords = passwords;
        this.devices = devices;
        this.transaction = transaction;
        this.service = service;
        this.audit = audit;
    }

    @EventListener(ApplicationStartedEvent.class)
    void open() {
        String email = settings.wayBack();
        if (email == null || email.isBlank()) {
            return;
        }
        StaffAccount owner = accounts.withEmail(SignIn.folded(email))
                .map(Accounts.Row::account)
                .filter(account -> account.is(Role.OWNER))
                .orElse(null);
        if (owner == null) {
            log.error("No owner has the email that unknot.accounts.way-back names: nothing was changed");
            return;
        }
        String password = Letters.inFours(Letters.random(BYTES).toLowerCase(Locale.ROOT), "-");
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(done -> {
            accounts.enable(owner.id());
            accounts.changePassword(owner.id(), hash, true);
            devices.forgetAllBut(owner.id(), null);
            service.publishEvent(new WayBackOpened(owner.id()));
            audit.noted(AccountHistory.OPERATOR, AuditOutcome.CHANGED, AccountHistory.WAY_BACK, owner.id(), null);
        });
        System.out.println("Sign in as " + owner.email() + " with the password " + password
                + " and choose another at once. It is shown only here.");
    }
}
