package dev.unknot.booking.appointment;

import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.security.LocationScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Which appointments a caller sees: a therapist their own, a client the one their link names, everyone else those of their
 * locations. It is part of every query, so that what is not theirs does not exist for them.
 */
record AppointmentScope(
        LocationScope locations,
        @Nullable UUID therapist,
        @Nullable UUID appointment) {

    private static final String AT_LOCATIONS = "a.location_id = ANY (:ownLocations)";

    private static final String OF_THERAPIST =
            "a.id IN (SELECT appointment_id FROM appointment_participants WHERE therapist_id = :ownTherapist)";

    private static final String ONE = "a.id = :ownAppointment";

    /** For what the service does of its own accord. */
    static AppointmentScope unlimited() {
        return new AppointmentScope(LocationScope.everywhere(), null, null);
    }

    static AppointmentScope of(Caller caller) {
        return switch (caller.role()) {
            case OWNER, MANAGER, FRONT_DESK, INTEGRATION -> new AppointmentScope(caller.locations(), null, null);
            case THERAPIST -> new AppointmentScope(LocationScope.everywhere(), therapist(caller), null);
            case CLIENT -> new AppointmentScope(LocationScope.everywhere(), null, named(caller));
            case SERVICE -> throw refused();
        };
    }

    /** Only what this caller needs: one text for all, with a way out of each condition, could use no index. */
    String condition() {
        List<String> conditions = new ArrayList<>();
        if (!locations.all()) {
            conditions.add(AT_LOCATIONS);
        }
        if (therapist != null) {
            conditions.add(OF_THERAPIST);
        }
        if (appointment != null) {
            conditions.add(ONE);
        }
        return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (!locations.all()) {
            parameters.put("ownLocations", new SqlArrayValue("uuid", (Object[]) locations.idArray()));
        }
        if (therapist != null) {
            parameters.put("ownTherapist", therapist);
        }
        if (appointment != null) {
            parameters.put("ownAppointment", appointment);
        }
        return parameters;
    }

    private static UUID therapist(Caller caller) {
        try {
            return UUID.fromString(caller.subject());
        } catch (IllegalArgumentException notATherapist) {
            throw refused();
        }
    }

    private static UUID named(Caller caller) {
        if (caller.appointment() == null) {
            throw refused();
        }
        return caller.appointment();
    }

    private static Rejection refused() {
        return Rejection.forbidden("role-not-allowed", "Your role sees no appointments.");
    }
}
