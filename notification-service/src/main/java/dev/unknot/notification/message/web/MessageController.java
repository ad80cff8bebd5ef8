package dev.unknot.notification.message.web;

import dev.unknot.common.access.Role;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.MessageState;
import dev.unknot.common.message.MessageView;
import dev.unknot.notification.message.MessageFilter;
import dev.unknot.notification.message.MessageList;
import dev.unknot.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MessageController {
    private final MessageList messages;

    MessageController(MessageList messages) {
        this.messages = messages;
    }

    /** The caller's locations' messages, newest first. */
    @Operation(operationId = "listMessages", summary = "Lists messages, newest first")
    @GetMapping("/api/v1/messages")
    ItemList<MessageView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID location,
            @RequestParam(required = false) @Nullable UUID appointment,
            @RequestParam(required = false) @Nullable UUID client,
            @RequestParam(required = false) @Nullable MessageState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        caller.require(Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.INTEGRATION);
        if (location != null) {
            caller.locations().require(new LocationId(location));
        }
        return messages.page(
                new MessageFilter(location, appointment, client, state), caller.locations(), cursor, limit);
    }
}
