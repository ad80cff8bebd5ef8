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

    /**
     * Keeps the starts at which it can be used for the session and is made ready after it, taken or not.
     *
     * @param session in cells
     */
    void keepInUse(Starts starts, int session) {
        starts.keepRuns(usable, 0, session + turnover);
    }

    boolean inUse(long start, int session) {
        Starts one = new Starts(start, start + 1);
        keepInUse(one, session);
        return !one.isEmpty();
    }
}
