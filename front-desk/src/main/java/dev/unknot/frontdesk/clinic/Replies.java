package dev.unknot.frontdesk.clinic;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.ReplyId;
import dev.unknot.common.message.ReplyView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What clients answered, in notification-service. */
@HttpExchange("/api/v1")
public interface Replies {

    /** What waits and belongs to no location is among them, whatever the location. */
    @GetExchange("/replies")
    ItemList<ReplyView> list(
            Bearer by,
            @RequestParam(required = false) @Nullable LocationId location,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable String cursor);

    @PostExchange("/replies/{id}/handling")
    ReplyView handle(Bearer by, @PathVariable ReplyId id, IfMatch version);
}
