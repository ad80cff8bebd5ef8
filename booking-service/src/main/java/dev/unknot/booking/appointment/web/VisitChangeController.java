package dev.unknot.booking.appointment.web;

import dev.unknot.booking.appointment.VisitChanges;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AmendAppointment;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.KnockOnView;
import dev.unknot.common.appointment.OverrunAppointment;
import dev.unknot.platform.dryrun.DryRunnable;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.ETags;
import dev.unknot.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is changed of a visit where it stands; each answers what it became. */
@RestController
@DryRunnable
@RequestMapping("/api/v1/appointments/{id}")
class VisitChangeController {

    private final VisitChanges changes;

    VisitChangeController(VisitChanges changes) {
        this.changes = changes;
    }

    @Operation(
            operationId = "amendAppointment",
            summary = "Changes a visit where it stands: its length, its therapist, its add-ons")
    @Refuses({
        "403 overbooking-not-allowed waiver-not-allowed",
        "409 already-cancelled already-checked-in already-completed already-confirmed already-in-session",
        "409 already-missed already-started hold-expired not-booked",
        "422 add-on-twice end-off-grid no-change overbooking-unnamed session-too-long unknown-add-on",
        "422 waiver-not-allowed"
    })
    @PostMapping("/amendment")
    ResponseEntity<AppointmentView> amend(
            @PathVariable UUID id,
            ExpectedVersion expected,
            @RequestBody @Valid AmendAppointment command,
            Caller caller) {
        return tagged(changes.amend(new AppointmentId(id), expected, command, caller));
    }

    @Operation(operationId = "overrunAppointment", summary = "Notes until when a session will last that runs late")
    @Refuses({
        "409 already-cancelled already-checked-in already-completed already-confirmed already-in-session",
        "409 already-missed already-started hold-expired not-booked not-checked-in outside-working-time",
        "409 slot-taken",
        "422 end-off-grid no-change range-empty session-too-long",
        "503 not-ready"
    })
    @PostMapping("/overrun")
    ResponseEntity<AppointmentView> overrun(
            @PathVariable UUID id,
            ExpectedVersion expected,
            @RequestBody @Valid OverrunAppointment command,
            Caller caller) {
        return tagged(changes.overrun(new AppointmentId(id), expected, command, caller));
    }

    @Operation(operationId = "listKnockOns", summary = "Lists the visits that a session which ends then would run into")
    @GetMapping("/knock-on")
    ItemList<KnockOnView> knockOns(@PathVariable UUID id, @RequestParam Instant end, Caller caller) {
        return changes.knockOns(new AppointmentId(id), end, caller);
    }

    private static ResponseEntity<AppointmentView> tagged(AppointmentView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
