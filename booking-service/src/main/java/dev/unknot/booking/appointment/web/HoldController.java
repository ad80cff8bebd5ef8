package dev.unknot.booking.appointment.web;

import dev.unknot.booking.appointment.AppointmentBook;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.HoldTime;
import dev.unknot.platform.dryrun.DryRunnable;
import dev.unknot.platform.idempotency.Created;
import dev.unknot.platform.idempotency.IdempotencyKey;
import dev.unknot.platform.idempotency.IdempotentCreates;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.ETags;
import dev.unknot.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Times kept free for a while. A hold is an appointment not booked yet and is read as one. */
@DryRunnable
@RestController
@RequestMapping("/api/v1/holds")
class HoldController {

    private final AppointmentBook book;
    private final IdempotentCreates creates;

    HoldController(AppointmentBook book, IdempotentCreates creates) {
        this.book = book;
        this.creates = creates;
    }

    @Operation(operationId = "holdTime", summary = "Keeps a time free for a while")
    @Refuses({
        "403 hold-not-yours waiver-not-allowed",
        "409 too-many-holds",
        "422 client-twice named-twice unknown-client unknown-hold unknown-treatment waiver-not-allowed"
    })
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AppointmentView> hold(
            @RequestBody @Valid HoldTime command, @Nullable IdempotencyKey key, Caller caller) {
        Supplier<AppointmentView> holding = book.holding(command, caller);
        return creates.once(key, command, AppointmentView.class, () -> {
            AppointmentView view = holding.get();
            return new Created<>(URI.create("/api/v1/appointments/" + view.id()), view.version(), view);
        });
    }

    /** The caller's own that stand. */
    @Operation(operationId = "listHolds", summary = "Lists the caller's own holds that stand")
    @GetMapping
    ItemList<AppointmentView> own(Caller caller) {
        return book.holds(caller);
    }

    @Operation(operationId = "releaseHold", summary = "Gives a held time back")
    @Refuses("409 hold-booked")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(@PathVariable UUID id, @Nullable ExpectedVersion expected, Caller caller) {
        book.giveBack(new AppointmentId(id), expected, caller);
    }

    @Operation(operationId = "renewHold", summary = "Keeps a held time free for longer")
    @Refuses({"403 hold-not-yours", "409 already-renewed hold-booked hold-expired not-booked"})
    @PostMapping("/{id}/renewal")
    ResponseEntity<AppointmentView> renew(@PathVariable UUID id, ExpectedVersion expected, Caller caller) {
        AppointmentView view = book.renew(new AppointmentId(id), expected, caller);
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
