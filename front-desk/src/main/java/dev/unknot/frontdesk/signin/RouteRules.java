package dev.unknot.frontdesk.signin;

import static dev.unknot.common.access.Role.FRONT_DESK;
import static dev.unknot.common.access.Role.MANAGER;
import static dev.unknot.common.access.Role.OWNER;
import static dev.unknot.common.access.Role.THERAPIST;

import dev.unknot.common.access.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who may open what. Each route of a controller stands here as the controller writes it; one without a rule is shut. Which
 * locations a person sees is not decided here: the services scope by the token, and {@link RouteGuard} by the parameter.
 */
public final class RouteRules {

    private static final Role[] STAFF = {OWNER, MANAGER, FRONT_DESK, THERAPIST};
    private static final Role[] DESK = {OWNER, MANAGER, FRONT_DESK};
    private static final Role[] HEADS = {OWNER, MANAGER};

    private static final Map<String, Set<Role>> RULES = new HashMap<>();

    static {
        staff(STAFF, "GET /", "GET /password", "POST /password");
        staff(DESK, "GET /board", "GET /board/day", "GET /live");
        staff(new Role[] {THERAPIST}, "GET /diary");
        staff(DESK, "GET /worklist", "GET /messages", "GET /replies");
        staff(HEADS, "GET /accounts");
    }

    private RouteRules() {}

    private static void staff(Role[] roles, String... routes) {
        for (String route : routes) {
            RULES.put(route, Set.copyOf(Arrays.asList(roles)));
        }
    }

    /** @param pattern as a controller has it, such as {@code /appointments/{id}} */
    static boolean opens(String method, String pattern, Role role) {
        return RULES.getOrDefault((method.equals("HEAD") ? "GET" : method) + " " + pattern, Set.of())
                .contains(role);
    }
}
