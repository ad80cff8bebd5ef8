package dev.unknot.therapist.therapist.web;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.therapist.CreateTherapist;
import dev.unknot.common.therapist.PutPattern;
import dev.unknot.common.therapist.PutQualification;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.platform.idempotency.Created;
import dev.unknot.platform.idempotency.IdempotencyKey;
import dev.unknot.platform.idempotency.IdempotentCreates;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.web.ETags;
import dev.unknot.platform.web.ExpectedVersion;
import dev.unknot.therapist.KeysetPage;
import dev.unknot.therapist.Staff;
import dev.unknot.therapist.therapist.Roster;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/therapists")
class TherapistController {

    private final Roster roster;
    private final IdempotentCreates creates;
    private final Attempts attempts;

    TherapistController(Roster roster, IdempotentCreates creates, Attempts attempts) {
        this.roster = roster;
        this.creates = creates;
        this.attempts = attempts;
    }

    @Operation(operationId = "createTherapist", summary = "Employs a therapist")
    @Refuses("422 unknown-location")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TherapistView> employ(
            @Valid @RequestBody CreateTherapist request, @Nullable IdempotencyKey key, Caller caller) {
        Staff.mayChange(caller);
        request.locations().forEach(caller.locations()::require);
        return creates.once(key, request, TherapistView.class, () -> {
            TherapistView view = roster.employ(request);
            return new Created<>(URI.create("/api/v1/therapists/" + view.id()), view.version(), view);
        });
    }

    @Operation(operationId = "listTherapists", summary = "Lists the therapists of the caller's locations")
    @GetMapping
    ItemList<TherapistView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = KeysetPage.USUAL) @Min(1) @Max(KeysetPage.MOST) int limit,
            Caller caller) {
        Staff.mayRead(caller);
        KeysetPage page = KeysetPage.of(cursor, limit);
        return page.of(
                roster.page(caller.locations(), page.after(), page.rows()),
                therapist -> therapist.id().value());
    }

    @Operation(operationId = "getTherapist", summary = "Shows a therapist with their patterns")
    @Refuses("404 unknown-therapist")
    @GetMapping("/{id}")
    ResponseEntity<TherapistView> show(@PathVariable UUID id, Caller caller) {
        Staff.mayReadOne(caller);
        return answer(roster.find(new TherapistId(id), caller.locations()));
    }

    @Operation(
            operationId = "putQualification",
            summary = "Puts what a therapist may give, and until when",
            description = "Visits that they may no longer give are displaced: somebody else has to be found.")
    @Refuses("404 unknown-therapist")
    @PutMapping("/{id}/qualification")
    ResponseEntity<TherapistView> putQualification(
            @PathVariable UUID id,
            ExpectedVersion expected,
            @Valid @RequestBody PutQualification request,
            Caller caller) {
        Staff.mayChange(caller);
        return answer(attempts.run(() -> roster.qualify(new TherapistId(id), expected, request, caller.locations())));
    }

    @Operation(
            operationId = "putPattern",
            summary = "Puts the whole rota of a therapist, at all locations, from a local date until the next pattern",
            description =
                    "It begins anew after `weeks` weeks, 1 when left out. Week 1 is the week, from Monday, in which "
                            + "the date lies. Shifts outside opening hours are accepted; the working time is cut off by the "
                            + "opening hours. Shifts at locations that are not the caller's are sent along unchanged.")
    @Refuses({
        "404 unknown-therapist",
        "422 not-employed-there shift-empty shift-off-grid shifts-overlap too-many-patterns",
        "422 valid-from-out-of-range week-beyond-rota"
    })
    @PutMapping("/{id}/patterns/{validFrom}")
    ResponseEntity<TherapistView> putPattern(
            @PathVariable UUID id,
            @PathVariable LocalDate validFrom,
            ExpectedVersion expected,
            @Valid @RequestBody PutPattern request,
            Caller caller) {
        Staff.mayChange(caller);
        return answer(attempts.run(
                () -> roster.putPattern(new TherapistId(id), validFrom, expected, request, caller.locations())));
    }

    @Operation(
            operationId = "withdrawPattern",
            summary = "Withdraws a pattern that has not begun",
            description = "The pattern before it goes on. One that has begun stays.")
    @Refuses({"404 unknown-pattern unknown-therapist", "409 pattern-begun"})
    @DeleteMapping("/{id}/patterns/{validFrom}")
    ResponseEntity<TherapistView> withdrawPattern(
            @PathVariable UUID id, @PathVariable LocalDate validFrom, ExpectedVersion expected, Caller caller) {
        Staff.mayChange(caller);
        return answer(attempts.run(
                () -> roster.withdrawPattern(new TherapistId(id), validFrom, expected, caller.locations())));
    }

    private static ResponseEntity<TherapistView> answer(TherapistView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
