package dev.unknot.therapist.location.web;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.location.CreateRoom;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomView;
import dev.unknot.common.time.LastDay;
import dev.unknot.platform.idempotency.Created;
import dev.unknot.platform.idempotency.IdempotencyKey;
import dev.unknot.platform.idempotency.IdempotentCreates;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.web.ETags;
import dev.unknot.platform.web.ExpectedVersion;
import dev.unknot.therapist.LastDays;
import dev.unknot.therapist.Staff;
import dev.unknot.therapist.location.Premises;
import dev.unknot.therapist.location.Rooms;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rooms are parts of their location; their ETag is the location's. */
@RestController
@RequestMapping("/api/v1/locations/{id}/rooms")
class RoomController {

    private final Premises premises;
    private final Rooms rooms;
    private final IdempotentCreates creates;
    private final Attempts attempts;

    RoomController(Premises premises, Rooms rooms, IdempotentCreates creates, Attempts attempts) {
        this.premises = premises;
        this.rooms = rooms;
        this.creates = creates;
        this.attempts = attempts;
    }

    @Operation(operationId = "createRoom", summary = "Adds a room to a location")
    @Refuses({"404 unknown-location", "422 too-many-rooms turnover-off-grid"})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RoomView> add(
            @PathVariable UUID id,
            @Valid @RequestBody CreateRoom request,
            @Nullable IdempotencyKey key,
            Caller caller) {
        LocationId location = mayChange(id, caller);
        return creates.once(key, request, RoomView.class, () -> {
            Rooms.Changed added = rooms.add(location, request);
            URI uri = URI.create(
                    "/api/v1/locations/" + id + "/rooms/" + added.room().id());
            return new Created<>(uri, added.version(), added.room());
        });
    }

    @Operation(operationId = "listRooms", summary = "Lists the rooms of a location, with those out of use for good")
    @Refuses("404 unknown-location")
    @GetMapping
    ResponseEntity<ItemList<RoomView>> list(@PathVariable UUID id, Caller caller) {
        LocationView location = location(id, caller);
        return ResponseEntity.ok().eTag(ETags.of(location.version())).body(ItemList.all(location.rooms()));
    }

    @Operation(operationId = "getRoom", summary = "Shows a room")
    @Refuses("404 unknown-location unknown-room")
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

    @Operation(
            operationId = "putRoom",
            summary = "Puts what a room is called, has and holds",
            description =
                    "Visits agreed on keep their time. Those that it no longer has a place for, or lacks what they "
                            + "need for, are displaced: another room has to be found.")
    @Refuses({"404 unknown-location unknown-room", "422 turnover-off-grid"})
    @PutMapping("/{roomId}")
    ResponseEntity<RoomView> change(
            @PathVariable UUID id,
            @PathVariable UUID roomId,
            ExpectedVersion expected,
            @Valid @RequestBody CreateRoom request,
            Caller caller) {
        LocationId location = mayChange(id, caller);
        return answer(attempts.run(() -> rooms.change(location, new RoomId(roomId), expected, request)));
    }

    @Operation(
            operationId = "withdrawRoom",
            summary = "Takes a room out of use for good, after a day",
            description = "Visits in it after that day are displaced. A day that has passed is out of use from now on.")
    @Refuses("404 unknown-location unknown-room")
    @PutMapping("/{roomId}/withdrawal")
    ResponseEntity<RoomView> withdraw(
            @PathVariable UUID id,
            @PathVariable UUID roomId,
            ExpectedVersion expected,
            @Valid @RequestBody LastDay request,
            Caller caller) {
        LocationId location = mayChange(id, caller);
        LocalDate lastDay = LastDays.of(request);
        return answer(attempts.run(() -> rooms.withdraw(location, new RoomId(roomId), expected, lastDay)));
    }

    @Operation(operationId = "restoreRoom", summary = "Puts a room back in use")
    @Refuses("404 unknown-location unknown-room")
    @DeleteMapping("/{roomId}/withdrawal")
    ResponseEntity<RoomView> putBack(
            @PathVariable UUID id, @PathVariable UUID roomId, ExpectedVersion expected, Caller caller) {
        LocationId location = mayChange(id, caller);
        return answer(attempts.run(() -> rooms.withdraw(location, new RoomId(roomId), expected, null)));
    }

    private static LocationId mayChange(UUID id, Caller caller) {
        Staff.mayChange(caller);
        LocationId location = new LocationId(id);
        caller.locations().require(location);
        return location;
    }

    private static ResponseEntity<RoomView> answer(Rooms.Changed changed) {
        return ResponseEntity.ok().eTag(ETags.of(changed.version())).body(changed.room());
    }

    private LocationView location(UUID id, Caller caller) {
        Staff.mayRead(caller);
        return premises.find(new LocationId(id), caller.locations());
    }
}
