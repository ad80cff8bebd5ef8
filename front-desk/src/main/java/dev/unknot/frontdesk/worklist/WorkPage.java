package dev.unknot.frontdesk.worklist;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the work list, the visit that comes first on top.
 *
 * @param location null: of all of the caller's
 * @param next where the next page begins; null: there is none
 */
public record WorkPage(
        List<WorkItem> items,
        List<LocationView> locations,
        @Nullable LocationId location,
        @Nullable String next) {

    public WorkPage {
        items = List.copyOf(items);
        locations = List.copyOf(locations);
    }
}
