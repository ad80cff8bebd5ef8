package dev.unknot.frontdesk.account;

import dev.unknot.common.access.Role;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.platform.transaction.Attempts;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the first owner's account where there is none at all, and those of development; takes back those of development that are named no longer. */
@Component
class GivenAccounts {

    private static final Logger log = LoggerFactory.getLogger(GivenAccounts.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final AccountSettings settings;
    private final Attempts attempts;

    GivenAccounts(Accounts accounts, Passwords passwords, AccountSettings settings, Attempts attempts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
        this.attempts = attempts;
    }

    @EventListener(ApplicationStartedEvent.class)
    void make() {
        String email = settings.firstOwnerEmail();
        String password = settings.firstOwnerPassword();
        if (email != null && password != null && accounts.areEmpty()) {
            var owner = account(null, SignIn.folded(email), "Owner", Role.OWNER, LocationScope.everywhere(), null);
            passwords.require(password, owner);
            if (accounts.add(owner, passwords.hash(password))) {
                log.info("made the account of the first owner");
            }
        }
        int takenBack = accounts.removeForDevelopment(settings.dev().stream()
                .map(account -> SignIn.folded(account.email()))
                .toList());
        if (takenBack > 0) {
            log.info("took back {} accounts of development", takenBack);
        }
        settings.dev().forEach(this::put);
        if (!settings.dev().isEmpty()) {
            log.warn("{} accounts of development may sign in", settings.dev().size());
        }
    }

    private void put(AccountSettings.DevAccount wanted) {
        String email = SignIn.folded(wanted.email());
        LocationScope locations = wanted.locations().isEmpty()
                ? LocationScope.everywhere()
                : LocationScope.of(
                        wanted.locations().stream().map(LocationId::new).collect(Collectors.toSet()));
        UUID therapist = wanted.therapist();
        attempts.run(() -> {
            Optional<Accounts.Row> kept = accounts.withEmail(email);
            var account = account(
                    kept.map(Accounts.Row::account).orElse(null),
                    email,
                    wanted.name(),
                    wanted.role(),
                    locations,
                    therapist == null ? null : new TherapistId(therapist));
            if (kept.isPresent()) {
                return accounts.change(account) && keepPassword(kept.get(), wanted.password());
            }
            boolean added = accounts.add(account, passwords.hash(wanted.password()));
            accounts.markForDevelopment(account.id());
            return added;
        });
    }

    private boolean keepPassword(Accounts.Row kept, String password) {
        if (!passwords.match(password, kept.passwordHash())) {
            accounts.changePassword(kept.account().id(), passwords.hash(password), false);
        }
        return true;
    }

    private static StaffAccount account(
            @Nullable StaffAccount kept,
            String email,
            String name,
            Role role,
            LocationScope locations,
            @Nullable TherapistId therapist) {
        return new StaffAccount(
                kept == null ? Ids.next() : kept.id(),
                kept == null ? 0 : kept.version(),
                email,
                name,
                role,
                locations,
                therapist,
                false,
                false);
    }
}
