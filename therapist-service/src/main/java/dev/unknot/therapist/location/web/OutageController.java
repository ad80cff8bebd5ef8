package dev.unknot.therapist.location.web;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.location.CloseFor;
import dev.unknot.common.location.ClosureId;
import dev.unknot.common.location.ClosureView;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.platform.idempotency.Created;
import dev.unknot.platform.idempotency.IdempotencyKey;
import dev.unknot.platform.idempotency.IdempotentCreates;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.therapist.Period;
import dev.unknot.therapist.Staff;
import dev.unknot.therapist.location.ClosedTimes;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Outages of a room. As closures they are only made and lifted. */
@RestController
@RequestMapping("/api/v1/locations/{id}/rooms/{roomId}/outages")
class OutageController {

    private final ClosedTimes closedTimes;
    private final IdempotentCreates creates;
    private final Attempts attempts;

    OutageController(ClosedTimes closedTimes, IdempotentCreates creates, Attempts attempts) {
        this.closedTimes = closedTimes;
        this.creates = creates;
        this.attempts = attempts;
    }

    @Operation(operationId = "createOutage", summary = "Takes a room out of use for a time")
    @Refuses({
        "404 unknown-location unknown-room",
        "409 outage-overlaps",
        "422 outage-off-grid outage-too-long too-many-closures"
    })
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ClosureView> close(
            @PathVariable UUID id,
            @PathVariable UUID roomId,
            @Valid @RequestBody CloseFor request,
            @Nullable IdempotencyKey key,
            Caller caller) {
        LocationId location = mayChange(id, caller);
        return creates.once(key, request, ClosureView.class, () -> {
            ClosedTimes.NewClosure closed = closedTimes.close(location, new RoomId(roomId), request);
            URI uri = URI.create("/api/v1/locations/" + id + "/rooms/" + roomId + "/outages/"
                    + closed.view().id());
            return new Created<>(uri, closed.version(), closed.view());
        });
    }

    @Operation(operationId = "listOutages", summary = "Lists when a room is out of use")
    @Refuses("404 unknown-location unknown-room")
    @GetMapping
    ItemList<ClosureView> list(
            @PathVariable UUID id,
            @PathVariable UUID roomId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            Caller caller) {
        Staff.mayRead(caller);
        return ItemList.all(closedTimes.list(
                new LocationId(id), new RoomId(roomId), Period.ofAll(from, to, "An outage"), caller.locations()));
    }

    @Operation(operationId = "getOutage", summary = "Shows an outage of a room")
    @Refuses("404 unknown-closure unknown-location unknown-room")
    @GetMapping("/{closureId}")
    ClosureView show(@PathVariable UUID id, @PathVariable UUID roomId, @PathVariable UUID closureId, Caller caller) {
        Staff.mayRead(caller);
        return closedTimes.one(new LocationId(id), new RoomId(roomId), new ClosureId(closureId), caller.locations());
    }

    @Operation(operationId = "liftOutage", summary = "Puts a room back in use for the time of an outage")
    @Refuses("404 unknown-closure unknown-location unknown-room")
    @DeleteMapping("/{closureId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable UUID id, @PathVariable UUID roomId, @PathVariable UUID closureId, Caller caller) {
        LocationId location = mayChange(id, caller);
        var unused = attempts.<Boolean>run(() -> {
            closedTimes.lift(location, new RoomId(roomId), new ClosureId(closureId));
            return true;
        });
    }

    private static LocationId mayChange(UUID id, Caller caller) {
        Staff.mayChange(caller);
        LocationId location = new LocationId(id);
        caller.locations().require(location);
        return location;
    }
}
