package dev.unknot.booking.client.web;

import dev.unknot.booking.Staff;
import dev.unknot.booking.client.Restrictions;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.PutRestrictions;
import dev.unknot.common.client.RestrictionsView;
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
@RequestMapping("/api/v1/clients/{id}/restrictions")
class RestrictionsController {

    private final Restrictions restrictions;
    private final Attempts attempts;

    RestrictionsController(Restrictions restrictions, Attempts attempts) {
        this.restrictions = restrictions;
        this.attempts = attempts;
    }

    @Operation(operationId = "getClientRestrictions", summary = "Shows whether a client is barred, and whom they avoid")
    @GetMapping
    ResponseEntity<RestrictionsView> show(@PathVariable UUID id, Caller caller) {
        Staff.requirePeople(caller);
        return answer(restrictions.of(new ClientId(id), caller));
    }

    @Operation(operationId = "putClientRestrictions", summary = "Puts whether a client is barred, and whom they avoid")
    @Refuses({"422 unknown-therapist", "503 not-ready"})
    @PutMapping
    ResponseEntity<RestrictionsView> put(
            @PathVariable UUID id, ExpectedVersion expected, @Valid @RequestBody PutRestrictions body, Caller caller) {
        Staff.requirePeople(caller);
        return answer(attempts.run(() -> restrictions.put(new ClientId(id), expected, body, caller)));
    }

    private static ResponseEntity<RestrictionsView> answer(RestrictionsView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
