package dev.unknot.oracle;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A location.
 *
 * @param open when sessions may take place; null: always
 * @param policy null: none
 * @param spot where it is; null: nobody knows, and nobody travels
 */
public record Location(
        String id,
        ZoneId zone,
        List<Room> rooms,
        @Nullable List<Span> open,
        @Nullable Policy policy,
        @Nullable Spot spot) {

    public Location {
        rooms = rooms == null ? List.of() : List.copyOf(rooms);
        open = open == null ? null : List.copyOf(open);
    }

    /** Without a policy, and nobody knows where. */
    public Location(String id, ZoneId zone, List<Room> rooms, @Nullable List<Span> open) {
        this(id, zone, rooms, open, null, null);
    }

    Location with(List<Room> otherRooms, @Nullable List<Span> otherHours) {
        return new Location(id, zone, otherRooms, otherHours, policy, spot);
    }

    Policy rules() {
        return policy == null ? Policy.NONE : policy;
    }
}
