package dev.unknot.common.location;

import dev.unknot.common.time.TimeRange;
import java.util.List;
import java.util.Set;

/**
 * A room of a location.
 *
 * @param capabilities codes such as {@code table}, {@code floor-mat}, {@code hydro}
 * @param places how many sessions it holds at once, 1 to 20
 * @param turnoverMinutes time after a session in which its place is being made ready, a multiple of 5
 * @param outages ranges in which it cannot be used at all
 */
public record RoomSnapshot(
        RoomId id, String name, Set<String> capabilities, int places, int turnoverMinutes, List<TimeRange> outages) {

    public RoomSnapshot {
        capabilities = Set.copyOf(capabilities);
        outages = List.copyOf(outages);
    }
}
