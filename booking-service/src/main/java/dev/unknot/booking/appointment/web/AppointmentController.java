package dev.unknot.booking.appointment.web;

import dev.unknot.booking.appointment.AppointmentBook;
import dev.unknot.booking.appointment.AppointmentQuery;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.HistoryEntryView;
import dev.unknot.platform.dryrun.DryRunnable;
import dev.unknot.platform.idempotency.Created;
import dev.unknot.platform.idempotency.IdempotencyKey;
import dev.unknot.platform.idempotency.IdempotentCreates;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@DryRunnable
@RestController
@RequestMapping("/api/v1/appointments")
class AppointmentController {

    private final AppointmentBook book;
    private final IdempotentCreates creates;

    AppointmentController(AppointmentBook book, IdempotentCreates creates) {
        this.book = book;
        this.creates = creates;
    }

    @Operation(operationId = "bookAppointment", summary = "Books a visit of one client or several")
    @Refuses({
        "403 hold-not-yours overbooking-not-allowed waiver-not-allowed",
        "409 hold-booked hold-expired",
        "422 add-on-twice client-twice hold-mismatch overbooking-unnamed unknown-add-on unknown-client",
        "422 unknown-hold unknown-treatment waiver-not-allowed"
    })
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AppointmentView> book(
            @RequestBody @Valid BookAppointment command, @Nullable IdempotencyKey key, Caller caller) {
        Supplier<AppointmentView> booking = book.booking(command, caller);
        return creates.once(key, command, AppointmentView.class, () -> {
            AppointmentView view = booking.get();
            return new Created<>(URI.create("/api/v1/appointments/" + view.id()), view.version(), view);
        });
    }

    @Operation(operationId = "getAppointment", summary = "Shows a visit")
    @GetMapping("/{id}")
    ResponseEntity<AppointmentView> one(@PathVariable UUID id, Caller caller) {
        AppointmentView view = book.view(new AppointmentId(id), caller);
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }

    @Operation(
            operationId = "listAppointments",
            summary = "Lists visits by location, therapist, client, time and state")
    @GetMapping
    ItemList<AppointmentView> list(
            @RequestParam(required = false) @Nullable UUID location,
            @RequestParam(required = false) @Nullable UUID therapist,
            @RequestParam(required = false) @Nullable UUID client,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable List<AppointmentStatus> status,
            @RequestParam(required = false) @Nullable Boolean displaced,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        return book.list(
                new AppointmentQuery(location, therapist, client, from, to, status, displaced, cursor, limit), caller);
    }

    @Operation(operationId = "listAppointmentHistory", summary = "Lists what happened with a visit, and by whom")
    @GetMapping("/{id}/history")
    ItemList<HistoryEntryView> history(@PathVariable UUID id, Caller caller) {
        return book.history(new AppointmentId(id), caller);
    }
}
