package dev.unknot.booking.treatment.web;

import dev.unknot.booking.treatment.TreatmentCatalogue;
import dev.unknot.common.access.Role;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.treatment.CreateTreatment;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentView;
import dev.unknot.platform.dryrun.DryRunnable;
import dev.unknot.platform.idempotency.Created;
import dev.unknot.platform.idempotency.IdempotencyKey;
import dev.unknot.platform.idempotency.IdempotentCreates;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.ETags;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@DryRunnable
@RequestMapping("/api/v1/treatments")
class TreatmentController {

    private final TreatmentCatalogue catalogue;
    private final IdempotentCreates creates;

    TreatmentController(TreatmentCatalogue catalogue, IdempotentCreates creates) {
        this.catalogue = catalogue;
        this.creates = creates;
    }

    @PostMapping
    ResponseEntity<TreatmentView> create(
            @RequestBody @Valid CreateTreatment command, @Nullable IdempotencyKey key, Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER);
        return creates.once(key, command, TreatmentView.class, () -> {
            TreatmentView view = catalogue.create(command);
            return new Created<>(URI.create("/api/v1/treatments/" + view.id()), view.version(), view);
        });
    }

    @GetMapping
    ItemList<TreatmentView> all() {
        return ItemList.all(catalogue.all());
    }

    @GetMapping("/{id}")
    ResponseEntity<TreatmentView> one(@PathVariable UUID id) {
        TreatmentView view = catalogue
                .view(new TreatmentId(id))
                .orElseThrow(() -> Rejection.notFound("not-found", "There is no such treatment."));
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
