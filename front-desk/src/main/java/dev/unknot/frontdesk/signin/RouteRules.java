package dev.unknot.frontdesk.signin;

import static dev.unknot.common.access.Role.FRONT_DESK;
import static dev.unknot.common.access.Role.MANAGER;
import static dev.unknot.common.access.Role.OWNER;
import static dev.unknot.common.access.Role.THERAPIST;

import dev.unknot.common.access.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may open what. Each route of a controller stands here as the controller writes it; one without a rule is shut. Which
 * locations a person sees is not decided here: the services scope by the token, and {@link RouteGuard} by the parameter.
 */
public final class RouteRules {

    private static final Role[] STAFF = {OWNER, MANAGER, FRONT_DESK, THERAPIST};
    private static final Role[] DESK = {OWNER, MANAGER, FRONT_DESK};
    private static final Role[] HEADS = {OWNER, MANAGER};
    private static final Role[] OWNERS = {OWNER};

    private static final String GET = "GET ";

    /** Begins of what a link in a message opens, to whoever has it. */
    private static final List<String> OF_LINKS = List.of("/visit/", "/unsubscribe/");

    private static final Map<String, Set<Role>> RULES = new HashMap<>();

    static {
        of(STAFF, "GET /", "GET /password", "POST /password", "GET /live");
        of(STAFF, "GET /account", "POST /account/sessions/{key}/end", "POST /account/sessions/end");
        of(STAFF, "GET /account/second-step", "POST /account/second-step");
        of(STAFF, "POST /account/second-step/code", "POST /account/second-step/end");
        of(STAFF, "GET /account/second-step/code", "GET /account/second-step/end");
        of(STAFF, "POST /account/second-step/codes/noted");
        of(
                DESK,
                "GET /board",
                "GET /board/day",
                "GET /board/sheet",
                "GET /board/places.css",
                "GET /board/slot",
                "POST /board/bookings");
        of(DESK, "POST /board/holds", "DELETE /board/holds/{id}");
        of(DESK, "POST /board/blocks", "GET /board/blocks/{id}", "GET /board/blocks/{id}/change");
        of(DESK, "POST /board/blocks/{id}/lift");
        of(DESK, "GET /appointments/{id}", "GET /appointments/{id}/record", "GET /appointments/{id}/change");
        of(DESK, "POST /appointments/{id}/{step}");
        of(DESK, "GET /appointments/{id}/cancellation", "POST /appointments/{id}/cancellation");
        of(DESK, "POST /appointments/{id}/move");
        of(DESK, "POST /appointments/{id}/move/trial", "POST /appointments/{id}/move/drop");
        of(DESK, "GET /appointments/{id}/knock-on", "POST /appointments/{id}/overrun");
        of(DESK, "GET /appointments/{id}/amendment", "POST /appointments/{id}/amendment");
        of(DESK, "GET /clients", "POST /clients", "GET /clients/contact", "POST /clients/contact");
        of(
                DESK,
                "GET /worklist",
                "GET /worklist/waiting",
                "GET /worklist/{id}/alternatives",
                "GET /worklist/{id}/change",
                "POST /worklist/{id}/move",
                "POST /worklist/calls/{id}/handling");
        of(DESK, "GET /messages", "GET /replies", "GET /replies/waiting", "POST /replies/{id}/handling");
        of(new Role[] {THERAPIST}, "GET /diary", "GET /diary/sheet", "POST /diary/{id}/{step}");
        of(HEADS, "GET /accounts", "POST /accounts", "GET /accounts/{id}", "POST /accounts/{id}");
        of(HEADS, "POST /accounts/{id}/password", "POST /accounts/{id}/sessions/end");
        of(HEADS, "POST /accounts/{id}/second-step/end");
        of(OWNERS, "GET /programs", "POST /programs", "POST /programs/{id}/secret", "POST /programs/{id}/end");
    }

    private RouteRules() {}

    private static void of(Role[] roles, String... routes) {
        for (String route : routes) {
            RULES.put(route, Set.copyOf(Arrays.asList(roles)));
        }
    }

    /** Whether it is a client's page, whose way in is the link itself. */
    public static boolean isOfLinks(String path) {
        return OF_LINKS.stream().anyMatch(path::startsWith);
    }

    /** The same as patterns of paths. */
    public static String[] ofLinks() {
        return OF_LINKS.stream().map(begin -> begin + "**").toArray(String[]::new);
    }

    /** Whether no account is needed for it. */
    static boolean isOpen(String pattern) {
        return pattern.equals("/sign-in") || pattern.equals(CodeFilter.PAGE) || isOfLinks(pattern);
    }

    static boolean knows(String method, String pattern) {
        return RULES.containsKey(method + " " + pattern);
    }

    /** @param path of an address that a browser asks for, without its query */
    static boolean opensPage(String path, Role role) {
        PathContainer segments = PathContainer.parsePath(path);
        return RULES.entrySet().stream()
                .filter(rule -> rule.getKey().startsWith(GET) && rule.getValue().contains(role))
                .map(rule ->
                        PathPatternParser.defaultInstance.parse(rule.getKey().substring(GET.length())))
                .anyMatch(pattern -> pattern.matches(segments));
    }

    /** @param pattern as a controller has it, such as {@code /appointments/{id}} */
    static boolean opens(String method, String pattern, Role role) {
        return RULES.getOrDefault((method.equals("HEAD") ? "GET" : method) + " " + pattern, Set.of())
                .contains(role);
    }
}
