package dev.unknot.frontdesk.clinic;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.MessageState;
import dev.unknot.common.message.MessageView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The ledger of messages, in notification-service. */
@HttpExchange("/api/v1")
public interface Messages {

    /** Newest first. */
    @GetExchange("/messages")
    ItemList<MessageView> list(
            Bearer by,
            @RequestParam(required = false) @Nullable LocationId location,
            @RequestParam(required = false) @Nullable AppointmentId appointment,
            @RequestParam(required = false) @Nullable ClientId client,
            @RequestParam(required = false) @Nullable MessageState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit);

    /** Nothing more goes to the address that a mail went to; its link's token is signed and needs no other. */
    @PostExchange("/unsubscriptions/{token}")
    void unsubscribe(@PathVariable String token);
}
