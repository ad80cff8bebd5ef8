package dev.unknot.frontdesk.signin;

import dev.unknot.common.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way through the pages: what a role may open, and where it is now. */
public record Menu(String path, String label, boolean current) {

    private static final List<Menu> ALL = List.of(
            new Menu("/board", "Board", false),
            new Menu("/diary", "My day", false),
            new Menu("/worklist", "Work list", false),
            new Menu("/messages", "Messages", false),
            new Menu("/replies", "Replies", false),
            new Menu("/accounts", "Accounts", false),
            new Menu("/programs", "Programs", false));

    private static final String WAITING = "/waiting";

    /** Where to ask how much waits behind the entry; null: nothing ever does. */
    public @Nullable String waiting() {
        return RouteRules.knows("GET", path + WAITING) ? path + WAITING : null;
    }

    static List<Menu> of(Role role, String present) {
        return ALL.stream()
                .filter(entry -> RouteRules.opens("GET", entry.path, role))
                .map(entry -> new Menu(
                        entry.path, entry.label, present.equals(entry.path) || present.startsWith(entry.path + "/")))
                .toList();
    }
}
