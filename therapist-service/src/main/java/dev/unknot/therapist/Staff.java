package dev.unknot.therapist;

import dev.unknot.common.access.Role;
import dev.unknot.platform.security.Caller;

/** Which roles may do what with the supply. */
public final class Staff {

    private Staff() {}

    /** Everyone who works here, and what works for them. */
    public static void mayRead(Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.THERAPIST, Role.INTEGRATION);
    }

    public static void mayChange(Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER);
    }
}
