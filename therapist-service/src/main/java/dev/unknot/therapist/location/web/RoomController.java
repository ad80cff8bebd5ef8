package dev.unknot.therapist.location.web;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.location.CreateRoom;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.RoomView;
import dev.unknot.platform.idempotency.Created;
import dev.unknot.platform.idempotency.IdempotencyKey;
import dev.unknot.platform.idempotency.IdempotentCreates;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.ETags;
import dev.unknot.therapist.Staff;
import dev.unknot.therapist.location.Premises;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rooms are parts of their location; their ETag is the location's. */
@RestController
@RequestMapping("/api/v1/locations/{id}/rooms")
class RoomController {

    private final Premises premises;
    private final IdempotentCreates creates;

    RoomController(Premises premises, IdempotentCreates creates) {
        this.premises = premises;
        this.creates = creates;
    }

    @PostMapping
    ResponseEntity<RoomView> add(
            @PathVariable UUID id,
            @Valid @RequestBody CreateRoom request,
            @Nullable IdempotencyKey key,
            Caller caller) {
        Staff.mayChange(caller);
        LocationId location = new LocationId(id);
        caller.locations().require(location);
        return creates.once(key, request, RoomView.class, () -> {
            Premises.NewRoom added = premises.addRoom(location, request);
            URI uri = URI.create(
                    "/api/v1/locations/" + id + "/rooms/" + added.room().id());
            return new Created<>(uri, added.version(), added.room());
        });
    }

    @GetMapping
    ResponseEntity<ItemList<RoomView>> list(@PathVariable UUID id, Caller caller) {
        LocationView location = location(id, caller);
        return ResponseEntity.ok().eTag(ETags.of(location.version())).body(ItemList.all(location.rooms()));
    }

    @GetMapping("/{roomId}")
    ResponseEntity<RoomView> show(@PathVariable UUID id, @PathVariable UUID roomId, Caller caller) {
        LocationView location = location(id, caller);
        return location.rooms().stream()
                .filter(room -> room.id().value().equals(roomId))
                .findFirst()
                .map(room ->
                        ResponseEntity.ok().eTag(ETags.of(location.version())).body(room))
                .orElseThrow(() -> Rejection.notFound("unknown-room", "The location has no room " + roomId + "."));
    }

    private LocationView location(UUID id, Caller caller) {
        Staff.mayRead(caller);
        return premises.find(new LocationId(id), caller.locations());
    }
}
