package dev.unknot.frontdesk.account;

import dev.unknot.common.access.Role;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.security.LocationScope;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in; name it as a controller's argument to learn who asks.
 *
 * @param email lower case, unique
 * @param locations theirs; a therapist's own diary does not depend on them
 * @param therapistId who they are in the schedules; set for {@link Role#THERAPIST} and for nobody else
 * @param passwordIsInitial somebody else chose it, so it has to be changed before anything else
 */
public record StaffAccount(
        UUID id,
        long version,
        String email,
        String name,
        Role role,
        LocationScope locations,
        @Nullable TherapistId therapistId,
        boolean disabled,
        boolean passwordIsInitial) {

    public boolean is(Role... roles) {
        return Arrays.asList(roles).contains(role);
    }

    public String roleInWords() {
        return role.code().replace('-', ' ');
    }

    public boolean sees(LocationId location) {
        return locations.includes(location);
    }

    StaffAccount withEmail(String folded) {
        return new StaffAccount(id, version, folded, name, role, locations, therapistId, disabled, passwordIsInitial);
    }

    /** {@code sub} of their tokens: the therapist, else the account. */
    public String subject() {
        return therapistId == null ? id.toString() : therapistId.toString();
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "StaffAccount[id=" + id + ", role=" + role.code() + "]";
    }
}
