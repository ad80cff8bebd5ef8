package dev.unknot.booking.client;

import dev.unknot.common.access.Role;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Which clients a caller finds: a therapist those they treat, everyone else those known at their locations. It is part of every
 * such query.
 */
record ClientScope(String condition, Map<String, Object> parameters) {

    private static final String KNOWN_THERE =
            "c.id IN (SELECT client_id FROM client_locations WHERE location_id = ANY (:ownLocations))";

    private static final String TREATED =
            "c.id IN (SELECT client_id FROM appointment_participants WHERE therapist_id = :ownTherapist)";

    private static final ClientScope EVERYBODY = new ClientScope("TRUE", Map.of());

    /** By a name, a part of one, or several ids: for the clinic's own people. */
    static ClientScope of(Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.THERAPIST);
        return caller.is(Role.THERAPIST)
                ? new ClientScope(TREATED, Map.of("ownTherapist", therapist(caller)))
                : knownTo(caller);
    }

    /** By an exact phone, email or id: people at a desk find a client of the whole chain, a program those of its own locations. */
    static ClientScope ofExactly(Caller caller) {
        return caller.is(Role.INTEGRATION) ? knownTo(caller) : EVERYBODY;
    }

    private static ClientScope knownTo(Caller caller) {
        return caller.locations().all()
                ? EVERYBODY
                : new ClientScope(KNOWN_THERE, Map.of("ownLocations", new SqlArrayValue("uuid", (Object[])
                        caller.locations().idArray())));
    }

    private static UUID therapist(Caller caller) {
        try {
            return UUID.fromString(caller.subject());
        } catch (IllegalArgumentException notATherapist) {
            throw Rejection.forbidden("role-not-allowed", "Your role sees no clients.");
        }
    }
}
