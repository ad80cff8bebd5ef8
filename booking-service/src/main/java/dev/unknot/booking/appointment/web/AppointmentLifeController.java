package dev.unknot.booking.appointment.web;

import dev.unknot.booking.appointment.AppointmentBook;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.platform.dryrun.DryRunnable;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.ETags;
import dev.unknot.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens to an appointment once it is booked; each answers what it became. */
@Refuses({
    "409 already-cancelled already-checked-in already-completed already-confirmed already-in-session",
    "409 already-missed already-started hold-expired not-booked"
})
@DryRunnable
@RestController
@RequestMapping("/api/v1/appointments/{id}")
class AppointmentLifeController {

    private final AppointmentBook book;

    AppointmentLifeController(AppointmentBook book) {
        this.book = book;
    }

    @Operation(operationId = "rescheduleAppointment", summary = "Moves a visit to another time, therapist or room")
    @Refuses({
        "403 hold-not-yours not-for-clients overbooking-not-allowed waiver-not-allowed",
        "409 already-over hold-booked",
        "422 hold-mismatch named-twice no-change overbooking-unnamed participants-mismatch several-therapists",
        "422 unknown-hold waiver-not-allowed"
    })
    @PostMapping("/reschedule")
    ResponseEntity<AppointmentView> reschedule(
            @PathVariable UUID id,
            ExpectedVersion expected,
            @RequestBody @Valid RescheduleAppointment command,
            Caller caller) {
        return tagged(book.reschedule(new AppointmentId(id), expected, command, caller));
    }

    @Operation(operationId = "cancelAppointment", summary = "Cancels a visit")
    @PostMapping("/cancellation")
    ResponseEntity<AppointmentView> cancel(
            @PathVariable UUID id,
            ExpectedVersion expected,
            @RequestBody @Valid CancelAppointment command,
            Caller caller) {
        return tagged(book.cancel(new AppointmentId(id), expected, command, caller));
    }

    @Operation(operationId = "confirmAppointment", summary = "Notes that the client will come")
    @Refuses("409 already-over")
    @PostMapping("/confirmation")
    ResponseEntity<AppointmentView> confirm(@PathVariable UUID id, ExpectedVersion expected, Caller caller) {
        return tagged(book.confirm(new AppointmentId(id), expected, caller));
    }

    @Operation(operationId = "checkInAppointment", summary = "Notes that the client has come")
    @Refuses("409 not-today")
    @PostMapping("/check-in")
    ResponseEntity<AppointmentView> checkIn(@PathVariable UUID id, ExpectedVersion expected, Caller caller) {
        return tagged(book.checkIn(new AppointmentId(id), expected, caller));
    }

    @Operation(operationId = "startSession", summary = "Notes that the session has begun")
    @Refuses("409 not-today")
    @PostMapping("/session")
    ResponseEntity<AppointmentView> startSession(@PathVariable UUID id, ExpectedVersion expected, Caller caller) {
        return tagged(book.startSession(new AppointmentId(id), expected, caller));
    }

    @Operation(operationId = "completeAppointment", summary = "Notes that the session has ended")
    @Refuses("409 not-checked-in")
    @PostMapping("/completion")
    ResponseEntity<AppointmentView> complete(@PathVariable UUID id, ExpectedVersion expected, Caller caller) {
        return tagged(book.complete(new AppointmentId(id), expected, caller));
    }

    @Operation(operationId = "missAppointment", summary = "Notes that the client did not come")
    @Refuses("409 not-started")
    @PostMapping("/no-show")
    ResponseEntity<AppointmentView> miss(@PathVariable UUID id, ExpectedVersion expected, Caller caller) {
        return tagged(book.miss(new AppointmentId(id), expected, caller));
    }

    @Operation(operationId = "undoAppointmentStep", summary = "Takes the last step of a visit back")
    @Refuses({"409 nothing-to-undo slot-taken", "422 unknown-client"})
    @PostMapping("/undo")
    ResponseEntity<AppointmentView> undo(@PathVariable UUID id, ExpectedVersion expected, Caller caller) {
        return tagged(book.undo(new AppointmentId(id), expected, caller));
    }

    private static ResponseEntity<AppointmentView> tagged(AppointmentView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
