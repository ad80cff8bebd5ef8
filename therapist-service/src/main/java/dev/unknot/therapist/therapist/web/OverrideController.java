package dev.unknot.therapist.therapist.web;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.therapist.OverrideView;
import dev.unknot.common.therapist.PutOverride;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.web.ETags;
import dev.unknot.platform.web.ExpectedVersion;
import dev.unknot.therapist.Staff;
import dev.unknot.therapist.therapist.Exceptions;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Overrides are parts of their therapist; their ETag is the therapist's. */
@RestController
@RequestMapping("/api/v1/therapists/{id}/overrides")
class OverrideController {

    private final Exceptions exceptions;
    private final Attempts attempts;

    OverrideController(Exceptions exceptions, Attempts attempts) {
        this.exceptions = exceptions;
        this.attempts = attempts;
    }

    @Operation(
            operationId = "putOverride",
            summary = "Puts what a therapist works on one local date, at all locations, instead of the pattern",
            description = "Only for who answers for all locations at which the therapist is employed.")
    @Refuses({
        "404 unknown-therapist",
        "422 not-employed-there override-date-out-of-range shift-empty shift-off-grid shifts-overlap",
        "422 too-many-overrides"
    })
    @PutMapping("/{date}")
    ResponseEntity<TherapistView> put(
            @PathVariable UUID id,
            @PathVariable LocalDate date,
            ExpectedVersion expected,
            @Valid @RequestBody PutOverride request,
            Caller caller) {
        Staff.mayChange(caller);
        return answer(attempts.run(
                () -> exceptions.override(new TherapistId(id), date, expected, request, caller.locations())));
    }

    @Operation(operationId = "liftOverride", summary = "Goes back to the pattern on that date")
    @Refuses("404 unknown-override unknown-therapist")
    @DeleteMapping("/{date}")
    ResponseEntity<TherapistView> lift(
            @PathVariable UUID id, @PathVariable LocalDate date, ExpectedVersion expected, Caller caller) {
        Staff.mayChange(caller);
        return answer(attempts.run(() -> exceptions.lift(new TherapistId(id), date, expected, caller.locations())));
    }

    @Operation(
            operationId = "listOverrides",
            summary = "Lists the dates on which a therapist does not work by the pattern")
    @Refuses({"403 schedule-not-yours", "404 unknown-therapist"})
    @GetMapping
    ItemList<OverrideView> list(@PathVariable UUID id, Caller caller) {
        return ItemList.all(exceptions.overrides(new TherapistId(id), Staff.mayReadScheduleOf(id, caller)));
    }

    private static ResponseEntity<TherapistView> answer(TherapistView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
