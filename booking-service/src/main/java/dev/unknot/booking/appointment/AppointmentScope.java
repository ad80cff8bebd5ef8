package dev.unknot.booking.appointment;

import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.security.LocationScope;
import java.util.HashMap;
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

    static final String CONDITION = """
            (:everywhere OR a.location_id = ANY (:locations))
            AND (CAST(:ownTherapist AS uuid) IS NULL OR EXISTS (SELECT FROM appointment_participants p
                WHERE p.appointment_id = a.id AND p.therapist_id = CAST(:ownTherapist AS uuid)))
            AND (CAST(:ownAppointment AS uuid) IS NULL OR a.id = CAST(:ownAppointment AS uuid))
            """;

    static AppointmentScope of(Caller caller) {
        return switch (caller.role()) {
            case OWNER, MANAGER, FRONT_DESK, INTEGRATION -> new AppointmentScope(caller.locations(), null, null);
            case THERAPIST -> new AppointmentScope(caller.locations(), therapist(caller), null);
            case CLIENT -> new AppointmentScope(LocationScope.everywhere(), null, named(caller));
            case SERVICE -> throw refused();
        };
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("everywhere", locations.all());
        parameters.put("locations", new SqlArrayValue("uuid", (Object[]) locations.idArray()));
        parameters.put("ownTherapist", text(therapist));
        parameters.put("ownAppointment", text(appointment));
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

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
