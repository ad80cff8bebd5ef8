package dev.unknot.frontdesk;

import dev.unknot.common.access.Role;
import java.util.Locale;

/** Who may sign in at a {@link FrontDeskTest}; all but the owner work in Mitte only. */
public enum Staff {
    OLGA(Role.OWNER),
    MIRA(Role.MANAGER),
    DARIO(Role.FRONT_DESK),
    TARA(Role.THERAPIST);

    public static final String MITTE = "0197a000-0000-7000-8000-000000000001";
    public static final String ELSEWHERE = "0197a000-0000-7000-8000-000000000002";

    /** Tara in the schedules. */
    public static final String TARA_ID = "0197a000-0000-7000-8000-0000000000aa";

    public static final String PASSWORD = "a quiet room";

    private final Role role;

    Staff(Role role) {
        this.role = role;
    }

    public Role role() {
        return role;
    }

    public String email() {
        return name().toLowerCase(Locale.ROOT) + "@unknot.test";
    }
}
