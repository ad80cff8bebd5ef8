package dev.unknot.frontdesk.messages;

import dev.unknot.common.location.LocationView;
import dev.unknot.frontdesk.board.WallTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The clock on the wall of who reads, for what belongs to no place.
 *
 * @param named whether their places have several, so that a time says which one it is of
 */
record DeskClock(ZoneId zone, boolean named) {

    /** @param places that they work for, the first one first */
    static DeskClock of(List<LocationView> places) {
        if (places.isEmpty()) {
            return new DeskClock(ZoneOffset.UTC, true);
        }
        boolean several = places.stream().map(LocationView::zone).distinct().count() > 1;
        return new DeskClock(places.getFirst().zone(), several);
    }

    String moment(Instant instant) {
        WallTime wall = new WallTime(zone);
        return wall.moment(instant) + (named ? " (" + wall.zoneName() + ")" : "");
    }
}
