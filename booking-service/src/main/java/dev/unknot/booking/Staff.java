package dev.unknot.booking;

import dev.unknot.common.access.Role;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;

/** Which roles work with the book. */
public final class Staff {

    private Staff() {}

    /** Whoever books for clients, and programs that do. */
    public static void requireDesk(Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.INTEGRATION);
    }

    /** Whoever answers for what the book says of people. */
    public static void requirePeople(Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER, Role.FRONT_DESK);
    }

    /** Rules are set aside by people, who can give a reason. */
    public static void requireMayWaive(Caller caller) {
        if (!caller.is(Role.OWNER, Role.MANAGER, Role.FRONT_DESK)) {
            throw Rejection.forbidden("waiver-not-allowed", "Only the clinic's own staff may set a rule aside.")
                    .at("waive");
        }
    }

    /** Who books, and who gives the sessions. */
    /** What clients are told as well, by a service that speaks to them. */
    public static void requireDeskTherapistOrService(Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.INTEGRATION, Role.THERAPIST, Role.SERVICE);
    }

    public static void requireDeskOrTherapist(Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.INTEGRATION, Role.THERAPIST);
    }
}
