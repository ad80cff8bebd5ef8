package dev.unknot.booking.bulk.web;

import dev.unknot.booking.bulk.BulkChanges;
import dev.unknot.common.appointment.ChangeAppointments;
import dev.unknot.common.appointment.ChangesReport;
import dev.unknot.platform.dryrun.DryRunnable;
import dev.unknot.platform.idempotency.IdempotencyKey;
import dev.unknot.platform.idempotency.IdempotentCreates;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@DryRunnable
@RestController
@RequestMapping("/api/v1/bulk-changes")
class BulkChangeController {

    private final BulkChanges bulk;
    private final IdempotentCreates once;

    BulkChangeController(BulkChanges bulk, IdempotentCreates once) {
        this.bulk = bulk;
        this.once = once;
    }

    @Operation(
            operationId = "changeAppointments",
            summary = "Cancels and moves several visits, all of them or each that can be")
    @Refuses({"409 changes-refused", "422 appointment-twice changes-refused", "503 not-ready"})
    @PostMapping
    ResponseEntity<ChangesReport> change(
            @RequestBody @Valid ChangeAppointments command, @Nullable IdempotencyKey key, Caller caller) {
        return switch (command.mode()) {
            case ALL_OR_NOTHING -> once.changed(key, command, ChangesReport.class, bulk.together(command, caller));
            case BEST_EFFORT -> once.afterwards(key, command, ChangesReport.class, bulk.oneByOne(command, caller));
        };
    }
}
