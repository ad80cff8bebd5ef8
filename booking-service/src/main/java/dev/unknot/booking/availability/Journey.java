package dev.unknot.booking.availability;

import dev.unknot.common.location.LocationId;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way from and to one location, for somebody who has sessions elsewhere too.
 *
 * @param places where the other locations are; null: unknown
 */
record Journey(LocationId here, Coordinates from, Travel travel, Function<LocationId, @Nullable Coordinates> places) {

    /**
     * Removes the starts too close to a session elsewhere; overlaps are not its concern.
     *
     * @param before how long the person is taken before the session, in cells
     * @param after from the start on
     */
    void keep(Starts starts, Taken others, Instant now, int before, int after) {
        long first = starts.firstCell();
        long end = first + (long) starts.words() * Long.SIZE;
        others.forEach(first - before - travel.most(), end + after + travel.most(), now, stretch -> {
            LocationId there = stretch.by().location();
            if (there != null && !there.equals(here) && stretch.by().hasSession()) {
                int way = travel.between(from, places.apply(there));
                if (way > 0) {
                    starts.remove(stretch.from() - way - after + 1, stretch.to() + way + before);
                }
            }
        });
    }
}
