package dev.unknot.booking.terms.web;

import dev.unknot.booking.Staff;
import dev.unknot.booking.terms.LocationTerms;
import dev.unknot.common.access.Role;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.terms.Menu;
import dev.unknot.common.terms.MenuView;
import dev.unknot.platform.dryrun.DryRunnable;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.web.ETags;
import dev.unknot.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@DryRunnable
@RequestMapping("/api/v1/locations/{id}/menu")
class MenuController {

    private final LocationTerms terms;
    private final Attempts attempts;

    MenuController(LocationTerms terms, Attempts attempts) {
        this.terms = terms;
        this.attempts = attempts;
    }

    @Operation(operationId = "getMenu", summary = "Shows what a location sells")
    @Refuses({"404 unknown-location", "503 not-ready"})
    @GetMapping
    ResponseEntity<MenuView> show(@PathVariable UUID id, Caller caller) {
        Staff.requireDeskOrTherapist(caller);
        return answer(terms.menu(new LocationId(id), caller.locations()));
    }

    @Operation(operationId = "putMenu", summary = "Puts what a location sells, in which lengths and at which prices")
    @Refuses({
        "404 unknown-location",
        "422 add-on-twice currencies-mixed length-offered-twice off-grid unknown-treatment",
        "503 not-ready"
    })
    @PutMapping
    ResponseEntity<MenuView> put(
            @PathVariable UUID id, ExpectedVersion expected, @Valid @RequestBody Menu body, Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER);
        LocationId location = new LocationId(id);
        caller.locations().require(location);
        return answer(attempts.run(() -> terms.put(location, expected, body)));
    }

    private static ResponseEntity<MenuView> answer(MenuView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
