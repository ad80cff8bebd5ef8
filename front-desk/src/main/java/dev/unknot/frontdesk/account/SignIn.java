package dev.unknot.frontdesk.account;

import dev.unknot.platform.problem.Unkeepable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Tells whether somebody is who they say. A wrong password, a pause, a disabled account and none at all cannot be told apart, by the time it takes neither. */
@Component
public class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final KnownDevices devices;
    private final SignInRecord record;

    SignIn(Accounts accounts, Passwords passwords, SignInAttempts attempts, KnownDevices devices, SignInRecord record) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.devices = devices;
        this.record = record;
    }

    public Optional<SignedIn> with(String typedEmail, String password, Origin from) {
        String email = folded(typedEmail);
        Optional<Accounts.Row> known = Unkeepable.isIn(email) ? Optional.empty() : accounts.withEmail(email);
        List<Counted> counted = counted(email, known.map(row -> row.account().id()), from);
        boolean admitted = attempts.admit(counted);
        boolean same =
                passwords.match(password, known.map(Accounts.Row::passwordHash).orElse(null));
        if (!admitted) {
            return Optional.empty();
        }
        if (!same || known.get().account().disabled()) {
            String cause = same ? "account-disabled" : known.isPresent() ? "wrong-password" : "unknown-account";
            record.refused(known.map(Accounts.Row::account), cause, counted);
            return Optional.empty();
        }
        attempts.succeeded(counted);
        Accounts.Row row = known.get();
        if (passwords.isWeak(row.passwordHash())) {
            accounts.rehash(row.account().id(), row.passwordHash(), passwords.hash(password));
        }
        return Optional.of(new SignedIn(row.account(), row.passwordVersion()));
    }

    /**
     * The second step of somebody whose password was right.
     *
     * @param good looks at the code that was typed; asked only where another try may be made
     */
    public Optional<SignedIn> withCode(UUID id, int passwordVersion, BooleanSupplier good) {
        Optional<StaffAccount> account = still(id, passwordVersion);
        List<Counted> counted = Counted.ofCode(id, passwordVersion);
        if (account.isEmpty() || !attempts.admit(counted)) {
            return Optional.empty();
        }
        if (!good.getAsBoolean()) {
            record.refused(account, "wrong-code", counted);
            return Optional.empty();
        }
        attempts.succeeded(counted);
        return account.map(known -> new SignedIn(known, passwordVersion));
    }

    /** The password was right, and a code is asked for. */
    public void half(StaffAccount account) {
        record.askedForCode(account);
    }

    /** Nothing more is asked of them. */
    public void in(StaffAccount account) {
        record.signedIn(account);
    }

    /** Of their own will; a session may also end by itself. */
    public void out(StaffAccount account) {
        record.signedOut(account);
    }

    /** The account as it is now; empty when it was disabled, removed, or got another password. */
    public Optional<StaffAccount> still(UUID id, int passwordVersion) {
        return accounts.find(id)
                .filter(row -> row.passwordVersion() == passwordVersion)
                .map(Accounts.Row::account)
                .filter(account -> !account.disabled());
    }

    /** What an attempt for {@code email}, which may be nobody's, counts by. */
    List<Counted> counted(String email, Optional<UUID> account, Origin from) {
        String device = from.device();
        return account.filter(id -> devices.know(id, device))
                .map(id -> Counted.fromOwnDevice(id, Objects.requireNonNull(device)))
                .orElseGet(() -> Counted.fromElsewhere(email, from.address()));
    }

    static String folded(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
