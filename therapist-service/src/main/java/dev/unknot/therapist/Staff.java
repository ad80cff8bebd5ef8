package dev.unknot.therapist;

import dev.unknot.common.access.Role;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.security.LocationScope;
import java.util.UUID;

/** Which roles may do what with the supply. */
public final class Staff {

    private Staff() {}

    /** Everyone who works here, and what works for them. */
    public static void mayRead(Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.THERAPIST, Role.INTEGRATION);
    }

    /** One location or therapist by id; the other services look them up too. */
    public static void mayReadOne(Caller caller) {
        if (!caller.is(Role.SERVICE)) {
            mayRead(caller);
        }
    }

    /** Of one therapist, with what is personal in it: their own, wherever it is, or what is at the caller's locations. */
    public static LocationScope mayReadScheduleOf(UUID therapist, Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.THERAPIST);
        if (!caller.is(Role.THERAPIST)) {
            return caller.locations();
        }
        if (!caller.subject().equals(therapist.toString())) {
            throw Rejection.forbidden("schedule-not-yours", "A therapist reads their own schedule only.");
        }
        return LocationScope.everywhere();
    }

    public static void mayChange(Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER);
    }
}
