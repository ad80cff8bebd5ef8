package dev.unknot.oracle;

import java.util.List;
import java.util.Set;

/**
 * A room; its id is the only one of that name in the world.
 *
 * @param turnover minutes in which a place is made ready after a session; they may pass closing time
 * @param places how many sessions it holds at once; 0 means 1, which files may leave out
 * @param outages when it cannot be used at all, not even for its turnover
 */
public record Room(String id, Set<String> capabilities, int turnover, int places, List<Span> outages) {

    public Room {
        capabilities = capabilities == null ? Set.of() : Set.copyOf(capabilities);
        places = places == 0 ? 1 : places;
        outages = outages == null ? List.of() : List.copyOf(outages);
    }
}
