package dev.unknot.frontdesk.staff;

import dev.unknot.common.access.Role;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.account.StaffAccounts;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.problem.Rejection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes and changes accounts in the name of an owner or a manager. Nobody touches an account, or gives a role or a location, beyond their own. */
@Component
public class StaffDesk {

    public static final List<Role> ROLES = List.of(Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.THERAPIST);

    private final StaffAccounts accounts;

    StaffDesk(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    public List<StaffAccount> list(StaffAccount by) {
        return accounts.within(by.locations()).stream()
                .filter(account -> mayGive(by, account.role()))
                .toList();
    }

    /** An account this person may change; another is not found. */
    public StaffAccount find(StaffAccount by, UUID id) {
        return list(by).stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("not-found", "There is no such account."));
    }

    public void create(StaffAccount by, AccountForm form, @Nullable String email, String password, boolean initial) {
        accounts.create(allowed(by, applied(form, Ids.next(), 0, AccountForm.email(email), false, initial)), password);
    }

    public void change(StaffAccount by, UUID id, long version, boolean disabled, AccountForm form) {
        StaffAccount before = find(by, id);
        StaffAccount after =
                allowed(by, applied(form, id, version, before.email(), disabled, before.passwordIsInitial()));
        if (id.equals(by.id()) && (disabled || after.role() != by.role())) {
            throw Rejection.conflict(
                    "own-account", "Nobody disables their own account or changes its role; somebody else has to.");
        }
        accounts.change(after);
    }

    /** A new password for somebody who has lost theirs, to be changed at the first sign-in. */
    public void setPassword(StaffAccount by, UUID id, String password) {
        accounts.setPassword(find(by, id), password);
    }

    private static StaffAccount applied(
            AccountForm form, UUID id, long version, String email, boolean disabled, boolean initial) {
        return new StaffAccount(
                id,
                version,
                email,
                form.knownName(),
                form.knownRole(),
                form.scope(),
                form.knownTherapist(),
                disabled,
                initial);
    }

    private static StaffAccount allowed(StaffAccount by, StaffAccount account) {
        if (!mayGive(by, account.role())) {
            throw Rejection.forbidden("role-not-allowed", "Your role does not allow this.");
        }
        boolean within = by.locations().all()
                || !account.locations().all()
                        && by.locations().ids().containsAll(account.locations().ids());
        if (!within) {
            throw Rejection.forbidden("location-not-yours", "This location is not one of yours.");
        }
        return account;
    }

    public static boolean mayGive(StaffAccount by, Role role) {
        return by.is(Role.OWNER) || by.is(Role.MANAGER) && role != Role.OWNER;
    }
}
