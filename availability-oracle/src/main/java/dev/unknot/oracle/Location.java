package dev.unknot.oracle;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A location.
 *
 * @param open when sessions may take place; null: always
 */
public record Location(
        String id, ZoneId zone, List<Room> rooms, @Nullable List<Span> open) {

    public Location {
        rooms = rooms == null ? List.of() : List.copyOf(rooms);
        open = open == null ? null : List.copyOf(open);
    }
}
