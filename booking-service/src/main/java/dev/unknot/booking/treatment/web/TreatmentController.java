package dev.unknot.booking.treatment.web;

import dev.unknot.booking.treatment.TreatmentCatalogue;
import dev.unknot.common.access.Role;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.time.LastDay;
import dev.unknot.common.treatment.CreateTreatment;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentView;
import dev.unknot.platform.dryrun.DryRunnable;
import dev.unknot.platform.idempotency.Created;
import dev.unknot.platform.idempotency.IdempotencyKey;
import dev.unknot.platform.idempotency.IdempotentCreates;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.web.ETags;
import dev.unknot.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@DryRunnable
@RequestMapping("/api/v1/treatments")
class TreatmentController {

    private final TreatmentCatalogue catalogue;
    private final IdempotentCreates creates;
    private final Attempts attempts;

    TreatmentController(TreatmentCatalogue catalogue, IdempotentCreates creates, Attempts attempts) {
        this.catalogue = catalogue;
        this.creates = creates;
        this.attempts = attempts;
    }

    @Operation(
            operationId = "createTreatment",
            summary = "Writes a treatment down",
            description =
                    "It is sold at every location without a menu of its own. Only for who answers for all locations.")
    @Refuses("422 currencies-mixed length-offered-twice off-grid")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TreatmentView> create(
            @RequestBody @Valid CreateTreatment command, @Nullable IdempotencyKey key, Caller caller) {
        mayChange(caller);
        return creates.once(key, command, TreatmentView.class, () -> {
            TreatmentView view = catalogue.create(command);
            return new Created<>(URI.create("/api/v1/treatments/" + view.id()), view.version(), view);
        });
    }

    @Operation(operationId = "listTreatments", summary = "Lists all treatments, with those whose sale ends")
    @GetMapping
    ItemList<TreatmentView> all() {
        return ItemList.all(catalogue.all());
    }

    @Operation(operationId = "getTreatment", summary = "Shows a treatment")
    @GetMapping("/{id}")
    ResponseEntity<TreatmentView> one(@PathVariable UUID id) {
        return answer(catalogue.view(new TreatmentId(id)).orElseThrow(TreatmentCatalogue::unknown));
    }

    @Operation(
            operationId = "putTreatment",
            summary = "Puts a whole treatment: its name and words, lengths and prices, buffers and needs",
            description =
                    "For bookings from now on. Visits agreed on keep their length, their price and their time; those "
                            + "whose therapist or room no longer has what the treatment needs are displaced. Only for who answers "
                            + "for all locations.")
    @Refuses("422 currencies-mixed length-offered-twice off-grid")
    @PutMapping("/{id}")
    ResponseEntity<TreatmentView> put(
            @PathVariable UUID id,
            ExpectedVersion expected,
            @RequestBody @Valid CreateTreatment command,
            Caller caller) {
        mayChange(caller);
        return answer(attempts.run(() -> catalogue.put(new TreatmentId(id), expected, command)));
    }

    @Operation(
            operationId = "endTreatmentSale",
            summary = "Ends the sale of a treatment after a day",
            description =
                    "No session that begins later is booked, wherever a menu lists it. Visits agreed on stay and can be "
                            + "moved. Only for who answers for all locations.")
    @PutMapping("/{id}/end-of-sale")
    ResponseEntity<TreatmentView> endSale(
            @PathVariable UUID id, ExpectedVersion expected, @RequestBody @Valid LastDay command, Caller caller) {
        mayChange(caller);
        return answer(attempts.run(() -> catalogue.sellUntil(new TreatmentId(id), expected, command.lastDay())));
    }

    @Operation(operationId = "resumeTreatmentSale", summary = "Takes the end of a sale back")
    @DeleteMapping("/{id}/end-of-sale")
    ResponseEntity<TreatmentView> goOnSelling(@PathVariable UUID id, ExpectedVersion expected, Caller caller) {
        mayChange(caller);
        return answer(attempts.run(() -> catalogue.sellUntil(new TreatmentId(id), expected, null)));
    }

    private static void mayChange(Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER);
        if (!caller.locations().all()) {
            throw Rejection.forbidden(
                    "location-not-yours", "Only someone who answers for all locations adds or changes a treatment.");
        }
    }

    private static ResponseEntity<TreatmentView> answer(TreatmentView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
