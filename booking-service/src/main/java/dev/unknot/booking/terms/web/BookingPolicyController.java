package dev.unknot.booking.terms.web;

import dev.unknot.booking.Staff;
import dev.unknot.booking.terms.LocationTerms;
import dev.unknot.common.access.Role;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.common.terms.BookingPolicyView;
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
@RequestMapping("/api/v1/locations/{id}/booking-policy")
class BookingPolicyController {

    private final LocationTerms terms;
    private final Attempts attempts;

    BookingPolicyController(LocationTerms terms, Attempts attempts) {
        this.terms = terms;
        this.attempts = attempts;
    }

    @Operation(operationId = "getBookingPolicy", summary = "Shows a location's terms for bookings")
    @Refuses({"404 unknown-location", "503 not-ready"})
    @GetMapping
    ResponseEntity<BookingPolicyView> show(@PathVariable UUID id, Caller caller) {
        Staff.requireDeskTherapistOrService(caller);
        return answer(terms.policy(new LocationId(id), caller.locations()));
    }

    @Operation(operationId = "putBookingPolicy", summary = "Puts a location's terms for bookings")
    @Refuses({"404 unknown-location", "422 duration-out-of-range no-shows-incomplete off-grid", "503 not-ready"})
    @PutMapping
    ResponseEntity<BookingPolicyView> put(
            @PathVariable UUID id, ExpectedVersion expected, @Valid @RequestBody BookingPolicy body, Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER);
        LocationId location = new LocationId(id);
        caller.locations().require(location);
        return answer(attempts.run(() -> terms.put(location, expected, body)));
    }

    private static ResponseEntity<BookingPolicyView> answer(BookingPolicyView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
