package dev.unknot.frontdesk.clinic;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.location.ClosureView;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.therapist.WorkdayView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Locations and who works there when, in therapist-service. */
@HttpExchange("/api/v1")
public interface Locations {

    /** The caller's, page by page. */
    @GetExchange("/locations")
    ItemList<LocationView> list(
            Bearer by, @RequestParam(required = false) @Nullable String cursor, @RequestParam int limit);

    @GetExchange("/locations/{id}")
    LocationView find(Bearer by, @PathVariable LocationId id);

    /** Of the whole location, by start. */
    @GetExchange("/locations/{id}/closures")
    ItemList<ClosureView> closures(
            Bearer by, @PathVariable LocationId id, @RequestParam Instant from, @RequestParam Instant to);

    /** In name order; at most eight days. */
    @GetExchange("/locations/{id}/workday")
    ItemList<WorkdayView> workday(
            Bearer by, @PathVariable LocationId id, @RequestParam Instant from, @RequestParam Instant to);
}
