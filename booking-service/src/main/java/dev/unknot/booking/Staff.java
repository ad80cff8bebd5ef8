package dev.unknot.booking;

import dev.unknot.common.access.Role;
import dev.unknot.platform.security.Caller;

/** Which roles work with the book. */
public final class Staff {

    private Staff() {}

    /** Whoever books for clients, and programs that do. */
    public static void requireDesk(Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.INTEGRATION);
    }

    /** The same, and who gives the sessions. */
    public static void requireDeskOrTherapist(Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.INTEGRATION, Role.THERAPIST);
    }
}
