package dev.unknot.frontdesk.staff;

import dev.unknot.common.access.Role;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.account.StaffAccounts;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.clinic.Therapists;
import dev.unknot.frontdesk.secondstep.SecondSteps;
import dev.unknot.frontdesk.signin.OpenSessions;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.problem.Rejection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes and changes accounts in the name of an owner or a manager. Nobody touches an account, or gives a role or a location,
 * beyond their own. A therapist's account opens their diary at every location they work at, so all of these count.
 */
@Component
public class StaffDesk {

    public static final List<Role> ROLES = List.of(Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.THERAPIST);

    private final StaffAccounts accounts;
    private final OpenSessions sessions;
    private final SecondSteps steps;
    private final Therapists therapists;
    private final DeskTokens tokens;

    StaffDesk(
            StaffAccounts accounts,
            OpenSessions sessions,
            SecondSteps steps,
            Therapists therapists,
            DeskTokens tokens) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.steps = steps;
        this.therapists = therapists;
        this.tokens = tokens;
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

    /** @param password which its holder has to change at the first sign-in, so that nobody else knows it */
    public void create(StaffAccount by, AccountForm form, @Nullable String email, String password) {
        StaffAccount account = allowed(by, applied(form, Ids.next(), 0, AccountForm.email(email), false, true));
        requireTherapist(by, account);
        accounts.create(account, password);
    }

    public void change(StaffAccount by, UUID id, long version, boolean disabled, AccountForm form) {
        StaffAccount before = find(by, id);
        StaffAccount after =
                allowed(by, applied(form, id, version, before.email(), disabled, before.passwordIsInitial()));
        if (id.equals(by.id()) && (disabled || after.role() != by.role())) {
            throw Rejection.conflict(
                    "own-account", "Nobody disables their own account or changes its role; somebody else has to.");
        }
        requireWholeDiary(by, before);
        if (!Objects.equals(before.therapistId(), after.therapistId())) {
            requireTherapist(by, after);
        }
        accounts.change(after);
    }

    /** A new password for somebody else who has lost theirs, to be changed at the first sign-in. */
    public void setPassword(StaffAccount by, UUID id, String password) {
        if (id.equals(by.id())) {
            throw Rejection.conflict(
                    "own-account", "Your own password is changed with your present one, on the page of your account.");
        }
        StaffAccount account = find(by, id);
        requireWholeDiary(by, account);
        accounts.setPassword(account, password);
    }

    /** They are signed out at once, wherever they are; they may sign in again. */
    public void endSessions(StaffAccount by, UUID id) {
        if (id.equals(by.id())) {
            throw Rejection.conflict("own-account", "Your own sessions are ended on the page of your account.");
        }
        StaffAccount account = find(by, id);
        requireWholeDiary(by, account);
        sessions.endAllBut(account, null);
    }

    /** Somebody has lost the app and the codes for that: the password alone opens their account until they set up another. */
    public void endSecondStep(StaffAccount by, UUID id) {
        if (id.equals(by.id())) {
            throw Rejection.conflict(
                    "own-account",
                    "Your own second step is turned off with your password, on the page of your account.");
        }
        StaffAccount account = find(by, id);
        requireWholeDiary(by, account);
        steps.end(account);
    }

    /** Whoever answers for all locations may also shut the account of somebody whom the schedules do not know. */
    private void requireWholeDiary(StaffAccount by, StaffAccount account) {
        if (!by.locations().all()) {
            requireTherapist(by, account);
        }
    }

    private void requireTherapist(StaffAccount by, StaffAccount account) {
        TherapistId therapist = account.therapistId();
        if (therapist == null) {
            return;
        }
        if (!workplaces(by, therapist).stream().allMatch(by::sees)) {
            throw Rejection.forbidden(
                            "location-not-yours", "This therapist also works at a location that is not one of yours.")
                    .at("therapist");
        }
    }

    private Set<LocationId> workplaces(StaffAccount by, TherapistId therapist) {
        try {
            return therapists.find(tokens.of(by), therapist).locations();
        } catch (Refused refused) {
            if (refused.is("unknown-therapist")) {
                throw Rejection.invalid(
                        "unknown-therapist", "There is no such therapist at your locations.", "therapist");
            }
            throw refused;
        }
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
