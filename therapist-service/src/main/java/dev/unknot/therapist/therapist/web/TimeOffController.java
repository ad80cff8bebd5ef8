package dev.unknot.therapist.therapist.web;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.therapist.TakeTimeOff;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TimeOffId;
import dev.unknot.common.therapist.TimeOffView;
import dev.unknot.platform.idempotency.Created;
import dev.unknot.platform.idempotency.IdempotencyKey;
import dev.unknot.platform.idempotency.IdempotentCreates;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.therapist.Period;
import dev.unknot.therapist.Staff;
import dev.unknot.therapist.therapist.Exceptions;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A time off never changes, it is only taken and taken back, and needs no version for that. */
@RestController
@RequestMapping("/api/v1/therapists/{id}/time-off")
class TimeOffController {

    private final Exceptions exceptions;
    private final IdempotentCreates creates;
    private final Attempts attempts;

    TimeOffController(Exceptions exceptions, IdempotentCreates creates, Attempts attempts) {
        this.exceptions = exceptions;
        this.creates = creates;
        this.attempts = attempts;
    }

    @Operation(
            operationId = "createTimeOff",
            summary = "Takes a therapist off, at all locations",
            description = "Only for who answers for all locations at which the therapist is employed.")
    @Refuses({
        "404 unknown-therapist",
        "409 time-off-overlaps",
        "422 time-off-off-grid time-off-too-long too-many-times-off"
    })
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TimeOffView> take(
            @PathVariable UUID id,
            @Valid @RequestBody TakeTimeOff request,
            @Nullable IdempotencyKey key,
            Caller caller) {
        Staff.mayChange(caller);
        return creates.once(key, request, TimeOffView.class, () -> {
            Exceptions.NewTimeOff taken = exceptions.takeOff(new TherapistId(id), request, caller.locations());
            URI uri = URI.create(
                    "/api/v1/therapists/" + id + "/time-off/" + taken.view().id());
            return new Created<>(uri, taken.version(), taken.view());
        });
    }

    @Operation(operationId = "listTimesOff", summary = "Lists when a therapist is off")
    @Refuses({"403 schedule-not-yours", "404 unknown-therapist"})
    @GetMapping
    ItemList<TimeOffView> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            Caller caller) {
        var scope = Staff.mayReadScheduleOf(id, caller);
        var period = Period.ofAll(from, to, "A time off");
        return ItemList.all(exceptions.timesOff(new TherapistId(id), period, scope));
    }

    @Operation(operationId = "getTimeOff", summary = "Shows a time off")
    @Refuses({"403 schedule-not-yours", "404 unknown-therapist unknown-time-off"})
    @GetMapping("/{timeOffId}")
    TimeOffView show(@PathVariable UUID id, @PathVariable UUID timeOffId, Caller caller) {
        return exceptions.timeOff(new TherapistId(id), new TimeOffId(timeOffId), Staff.mayReadScheduleOf(id, caller));
    }

    @Operation(operationId = "withdrawTimeOff", summary = "Takes a time off back")
    @Refuses("404 unknown-therapist unknown-time-off")
    @DeleteMapping("/{timeOffId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable UUID id, @PathVariable UUID timeOffId, Caller caller) {
        Staff.mayChange(caller);
        var unused = attempts.<Boolean>run(() -> {
            exceptions.takeBack(new TherapistId(id), new TimeOffId(timeOffId), caller.locations());
            return true;
        });
    }
}
