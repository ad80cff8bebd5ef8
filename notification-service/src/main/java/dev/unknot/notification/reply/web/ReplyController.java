package dev.unknot.notification.reply.web;

import dev.unknot.common.access.Role;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.ReplyId;
import dev.unknot.common.message.ReplyView;
import dev.unknot.notification.reply.ReplyFilter;
import dev.unknot.notification.reply.ReplyList;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.ETags;
import dev.unknot.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/replies")
class ReplyController {
    private final ReplyList replies;

    ReplyController(ReplyList replies) {
        this.replies = replies;
    }

    /** The caller's locations' replies, newest first. */
    @Operation(operationId = "listReplies", summary = "Lists what clients have answered, newest first")
    @GetMapping
    ItemList<ReplyView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID location,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        caller.require(Role.OWNER, Role.MANAGER, Role.FRONT_DESK);
        if (location != null) {
            caller.locations().require(new LocationId(location));
        }
        return replies.page(new ReplyFilter(location, open), caller.locations(), cursor, limit);
    }

    @Operation(operationId = "handleReply", summary = "Notes that a reply needs nothing more")
    @Refuses("409 already-handled nothing-to-handle")
    @PostMapping("/{id}/handling")
    ResponseEntity<ReplyView> handle(@PathVariable UUID id, ExpectedVersion expected, Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER, Role.FRONT_DESK);
        ReplyView view = replies.handle(new ReplyId(id), expected, caller);
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
