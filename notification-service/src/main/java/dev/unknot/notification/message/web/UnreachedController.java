package dev.unknot.notification.message.web;

import dev.unknot.common.access.Role;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.UnreachedId;
import dev.unknot.common.message.UnreachedView;
import dev.unknot.notification.message.UnreachedFilter;
import dev.unknot.notification.message.UnreachedList;
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
@RequestMapping("/api/v1/unreached-clients")
class UnreachedController {
    private final UnreachedList unreached;

    UnreachedController(UnreachedList unreached) {
        this.unreached = unreached;
    }

    /**
     * Clients of the caller's locations whom no channel told of a visit ahead, newest first. Each visit is one
     * entry; {@code oncePerSeries} leaves of news of a series the first, whose handling covers the others.
     */
    @Operation(
            operationId = "listUnreachedClients",
            summary = "Lists clients whom no channel told of a visit ahead, newest first")
    @GetMapping
    ItemList<UnreachedView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID location,
            @RequestParam(required = false) @Nullable UUID appointment,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(defaultValue = "false") boolean oncePerSeries,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        caller.require(Role.OWNER, Role.MANAGER, Role.FRONT_DESK);
        if (location != null) {
            caller.locations().require(new LocationId(location));
        }
        return unreached.page(
                new UnreachedFilter(location, appointment, open, oncePerSeries), caller.locations(), cursor, limit);
    }

    @Operation(operationId = "handleUnreachedClient", summary = "Notes that a client has been told")
    @Refuses("409 already-handled")
    @PostMapping("/{id}/handling")
    ResponseEntity<UnreachedView> handle(@PathVariable UUID id, ExpectedVersion expected, Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER, Role.FRONT_DESK);
        UnreachedView view = unreached.handle(new UnreachedId(id), expected, caller);
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
