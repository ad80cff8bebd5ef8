package dev.unknot.therapist.therapist.web;

import dev.unknot.common.therapist.PutTherapistParticulars;
import dev.unknot.common.therapist.PutWorkplaces;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.common.time.LastDay;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.web.ETags;
import dev.unknot.platform.web.ExpectedVersion;
import dev.unknot.therapist.LastDays;
import dev.unknot.therapist.Staff;
import dev.unknot.therapist.therapist.Employments;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether somebody who leaves still signs in is the front desk's affair. */
@RestController
@RequestMapping("/api/v1/therapists/{id}")
class EmploymentController {

    private final Employments employments;
    private final Attempts attempts;

    EmploymentController(Employments employments, Attempts attempts) {
        this.employments = employments;
        this.attempts = attempts;
    }

    @Operation(
            operationId = "putTherapistParticulars",
            summary = "Puts a therapist's name and gender",
            description = "Only for who answers for all locations at which the therapist is employed.")
    @Refuses("404 unknown-therapist")
    @PutMapping("/particulars")
    ResponseEntity<TherapistView> rename(
            @PathVariable UUID id,
            ExpectedVersion expected,
            @Valid @RequestBody PutTherapistParticulars request,
            Caller caller) {
        Staff.mayChange(caller);
        return answer(
                attempts.run(() -> employments.rename(new TherapistId(id), expected, request, caller.locations())));
    }

    @Operation(
            operationId = "putWorkplaces",
            summary = "Puts all locations at which a therapist is employed",
            description =
                    "From now on. Shifts at a location that is left are not worked any more, and visits there are "
                            + "displaced. Locations that are not the caller's are sent along as they are.")
    @Refuses({"404 unknown-therapist", "422 unknown-location"})
    @PutMapping("/locations")
    ResponseEntity<TherapistView> workAt(
            @PathVariable UUID id, ExpectedVersion expected, @Valid @RequestBody PutWorkplaces request, Caller caller) {
        Staff.mayChange(caller);
        return answer(
                attempts.run(() -> employments.workAt(new TherapistId(id), expected, request, caller.locations())));
    }

    @Operation(
            operationId = "endEmployment",
            summary = "Has a therapist leave after a day",
            description =
                    "They cannot be booked after it, and visits after it are displaced. Only for who answers for all "
                            + "locations at which the therapist is employed.")
    @Refuses("404 unknown-therapist")
    @PutMapping("/leaving")
    ResponseEntity<TherapistView> leave(
            @PathVariable UUID id, ExpectedVersion expected, @Valid @RequestBody LastDay request, Caller caller) {
        Staff.mayChange(caller);
        LocalDate lastDay = LastDays.of(request);
        return answer(
                attempts.run(() -> employments.leave(new TherapistId(id), expected, lastDay, caller.locations())));
    }

    @Operation(
            operationId = "resumeEmployment",
            summary = "Takes a leaving back: the therapist stays, or is here again",
            description = "Visits that were displaced by it and are covered again are no longer displaced.")
    @Refuses("404 unknown-therapist")
    @DeleteMapping("/leaving")
    ResponseEntity<TherapistView> stay(@PathVariable UUID id, ExpectedVersion expected, Caller caller) {
        Staff.mayChange(caller);
        return answer(attempts.run(() -> employments.leave(new TherapistId(id), expected, null, caller.locations())));
    }

    private static ResponseEntity<TherapistView> answer(TherapistView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
