package dev.unknot.platform.security;

import dev.unknot.common.access.Role;
import dev.unknot.platform.problem.Rejection;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who makes this request, from the signed token; name it as a controller's argument.
 *
 * @param subject the account; for a therapist their id
 * @param appointment the one appointment a client's token opens
 */
public record Caller(
        String subject,
        Role role,
        LocationScope locations,
        @Nullable UUID appointment) {

    /** The caller of the request this thread answers; empty outside a request and in one without a token. */
    public static Optional<Caller> current() {
        return CallerAuthentication.current();
    }

    public boolean is(Role... roles) {
        return Arrays.asList(roles).contains(role);
    }

    /** Refuses with 403 a caller who has none of {@code roles}. */
    public void require(Role... roles) {
        if (!is(roles)) {
            throw Rejection.forbidden("role-not-allowed", "Your role does not allow this.");
        }
    }

    /** {@code role:subject}, as events and the audit trail name who acted. */
    public String actor() {
        return role.code() + ':' + subject;
    }
}
