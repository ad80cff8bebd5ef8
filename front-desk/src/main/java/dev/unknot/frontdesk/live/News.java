package dev.unknot.frontdesk.live;

import dev.unknot.common.location.LocationId;
import org.jspecify.annotations.Nullable;

/**
 * What a browser is told.
 *
 * @param where the location that it concerns; null: any
 */
record News(Signal signal, @Nullable LocationId where) {

    static News everywhere(Signal signal) {
        return new News(signal, null);
    }

    /** As the event's data: the location, or {@code *}. */
    String data() {
        return where == null ? "*" : where.toString();
    }
}
