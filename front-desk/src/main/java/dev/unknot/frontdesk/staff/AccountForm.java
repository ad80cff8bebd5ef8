package dev.unknot.frontdesk.staff;

import dev.unknot.common.access.Role;
import dev.unknot.common.access.TokenClaims;
import dev.unknot.common.contact.EmailAddress;
import dev.unknot.common.contact.UnusableContact;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.frontdesk.page.GivenName;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.LocationScope;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the page of accounts says of somebody.
 *
 * @param role a code
 * @param allLocations null, as a box that is not ticked is not sent, for no
 * @param locations ids; none, with {@code allLocations}, for all of them
 * @param therapist id, for role {@code therapist}
 */
public record AccountForm(
        @Nullable String name,
        @Nullable String role,
        @Nullable Boolean allLocations,
        @Nullable Set<UUID> locations,
        @Nullable UUID therapist) {

    static String email(@Nullable String typed) {
        try {
            return EmailAddress.of(typed == null ? "" : typed).text();
        } catch (UnusableContact refused) {
            throw Rejection.invalid(refused.code(), refused.sentence(), "email");
        }
    }

    String knownName() {
        return GivenName.of(name);
    }

    Role knownRole() {
        for (Role known : StaffDesk.ROLES) {
            if (known.code().equals(role)) {
                return known;
            }
        }
        throw Rejection.invalid("unknown-role", "There is no such role for staff.", "role");
    }

    LocationScope scope() {
        if (Boolean.TRUE.equals(allLocations) || knownRole() == Role.OWNER) {
            return LocationScope.everywhere();
        }
        Set<UUID> ids = locations == null ? Set.of() : locations;
        if (ids.isEmpty() || ids.size() > TokenClaims.MAX_LOCATIONS) {
            throw Rejection.invalid(
                    "no-location", "An account has 1 to " + TokenClaims.MAX_LOCATIONS + " locations.", "locations");
        }
        return LocationScope.of(ids.stream().map(LocationId::new).collect(Collectors.toSet()));
    }

    @Nullable
    TherapistId knownTherapist() {
        if (knownRole() != Role.THERAPIST) {
            return null;
        }
        if (therapist == null) {
            throw Rejection.invalid(
                    "no-therapist", "A therapist's account says who they are in the schedules.", "therapist");
        }
        return new TherapistId(therapist);
    }

    @Override
    public String toString() {
        return "AccountForm[" + role + "]";
    }
}
