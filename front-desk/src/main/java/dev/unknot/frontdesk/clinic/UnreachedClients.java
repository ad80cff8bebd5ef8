package dev.unknot.frontdesk.clinic;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.UnreachedId;
import dev.unknot.common.message.UnreachedView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The clients whom no channel told something of a visit, in notification-service. */
@HttpExchange("/api/v1")
public interface UnreachedClients {

    /** Newest first. @param open true: those nobody has called yet */
    @GetExchange("/unreached-clients")
    ItemList<UnreachedView> list(
            Bearer by,
            @RequestParam(required = false) @Nullable LocationId location,
            @RequestParam(required = false) @Nullable AppointmentId appointment,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit);

    /** Those nobody has called yet, by whom to call: of news of a series the first visit only. */
    @GetExchange("/unreached-clients")
    ItemList<UnreachedView> calls(
            Bearer by,
            @RequestParam(required = false) @Nullable LocationId location,
            @RequestParam boolean open,
            @RequestParam boolean oncePerSeries,
            @RequestParam(required = false) @Nullable String cursor);

    @PostExchange("/unreached-clients/{id}/handling")
    UnreachedView handle(Bearer by, @PathVariable UnreachedId id, IfMatch version);
}
