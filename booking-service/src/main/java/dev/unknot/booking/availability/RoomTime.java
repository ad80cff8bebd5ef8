package dev.unknot.booking.availability;

import dev.unknot.common.appointment.RoomPlace;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place in a room.
 *
 * @param usable all time but the room's outages
 * @param turnover in cells
 */
record RoomTime(RoomPlace place, Resource resource, Set<String> capabilities, Cells usable, int turnover) {

    boolean has(@Nullable String capability) {
        return capability == null || capabilities.contains(capability);
    }
}
