package dev.unknot.therapist.location.web;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.CreateLocation;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.PutLocationParticulars;
import dev.unknot.common.location.PutOpeningHours;
import dev.unknot.platform.idempotency.Created;
import dev.unknot.platform.idempotency.IdempotencyKey;
import dev.unknot.platform.idempotency.IdempotentCreates;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.web.ETags;
import dev.unknot.platform.web.ExpectedVersion;
import dev.unknot.therapist.KeysetPage;
import dev.unknot.therapist.Staff;
import dev.unknot.therapist.location.Premises;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/locations")
class LocationController {

    private final Premises premises;
    private final IdempotentCreates creates;
    private final Attempts attempts;

    LocationController(Premises premises, IdempotentCreates creates, Attempts attempts) {
        this.premises = premises;
        this.creates = creates;
        this.attempts = attempts;
    }

    /** Only for who answers for all locations: nobody else could be shown the new one. */
    @Operation(operationId = "createLocation", summary = "Opens a location")
    @Refuses({
        "422 coordinates-incomplete invalid-phone invalid-postal-code opening-hours-off-grid",
        "422 opening-hours-overlap phone-extension postal-code-missing unknown-country unknown-zone"
    })
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<LocationView> open(
            @Valid @RequestBody CreateLocation request, @Nullable IdempotencyKey key, Caller caller) {
        Staff.mayChange(caller);
        if (!caller.locations().all()) {
            throw Rejection.forbidden(
                    "location-not-yours", "Only someone who answers for all locations opens another one.");
        }
        return creates.once(key, request, LocationView.class, () -> {
            LocationView view = premises.open(request);
            return new Created<>(URI.create("/api/v1/locations/" + view.id()), view.version(), view);
        });
    }

    @Operation(operationId = "listLocations", summary = "Lists the caller's locations")
    @GetMapping
    ItemList<LocationView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = KeysetPage.USUAL) @Min(1) @Max(KeysetPage.MOST) int limit,
            Caller caller) {
        Staff.mayRead(caller);
        KeysetPage page = KeysetPage.of(cursor, limit);
        return page.of(
                premises.page(caller.locations(), page.after(), page.rows()),
                location -> location.id().value());
    }

    @Operation(operationId = "getLocation", summary = "Shows a location with its rooms")
    @Refuses("404 unknown-location")
    @GetMapping("/{id}")
    ResponseEntity<LocationView> show(@PathVariable UUID id, Caller caller) {
        Staff.mayReadOne(caller);
        return answer(premises.find(new LocationId(id), caller.locations()));
    }

    @Operation(operationId = "putOpeningHours", summary = "Puts a location's opening hours")
    @Refuses({"404 unknown-location", "422 opening-hours-off-grid opening-hours-overlap"})
    @PutMapping("/{id}/opening-hours")
    ResponseEntity<LocationView> changeOpeningHours(
            @PathVariable UUID id,
            ExpectedVersion expected,
            @Valid @RequestBody PutOpeningHours request,
            Caller caller) {
        Staff.mayChange(caller);
        LocationId location = new LocationId(id);
        caller.locations().require(location);
        return answer(attempts.run(() -> premises.changeOpeningHours(location, expected, request)));
    }

    @Operation(
            operationId = "putLocationParticulars",
            summary = "Puts a location's name, phone number and email",
            description = "Messages written from now on have them. Who has been told the old ones is not told again.")
    @Refuses({"404 unknown-location", "422 invalid-phone phone-extension"})
    @PutMapping("/{id}/particulars")
    ResponseEntity<LocationView> rename(
            @PathVariable UUID id,
            ExpectedVersion expected,
            @Valid @RequestBody PutLocationParticulars request,
            Caller caller) {
        Staff.mayChange(caller);
        LocationId location = new LocationId(id);
        caller.locations().require(location);
        return answer(attempts.run(() -> premises.rename(location, expected, request)));
    }

    /** With where it is on the globe, by which distances and ways are told. Who has been told already is not told again. */
    @Operation(operationId = "putLocationAddress", summary = "Puts a location's address, and where it is on the globe")
    @Refuses({
        "404 unknown-location",
        "422 coordinates-incomplete invalid-postal-code postal-code-missing unknown-country"
    })
    @PutMapping("/{id}/address")
    ResponseEntity<LocationView> changeAddress(
            @PathVariable UUID id, ExpectedVersion expected, @Valid @RequestBody Address request, Caller caller) {
        Staff.mayChange(caller);
        LocationId location = new LocationId(id);
        caller.locations().require(location);
        return answer(attempts.run(() -> premises.changeAddress(location, expected, request)));
    }

    private static ResponseEntity<LocationView> answer(LocationView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
