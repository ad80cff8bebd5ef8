package dev.unknot.booking.client.web;

import dev.unknot.booking.Staff;
import dev.unknot.booking.client.ClientRegister;
import dev.unknot.booking.client.ClientSearch;
import dev.unknot.booking.client.Erasures;
import dev.unknot.booking.client.LookUps;
import dev.unknot.booking.client.Merges;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.client.CorrectClient;
import dev.unknot.common.client.CreateClient;
import dev.unknot.common.client.EraseClient;
import dev.unknot.common.client.MergeClient;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.dryrun.DryRunnable;
import dev.unknot.platform.idempotency.Created;
import dev.unknot.platform.idempotency.IdempotencyKey;
import dev.unknot.platform.idempotency.IdempotentCreates;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.web.Cursor;
import dev.unknot.platform.web.ETags;
import dev.unknot.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
@DryRunnable
@RequestMapping("/api/v1/clients")
class ClientController {

    private final ClientRegister register;
    private final ClientSearch search;
    private final LookUps lookUps;
    private final Erasures erasures;
    private final Merges merges;
    private final IdempotentCreates creates;
    private final Attempts attempts;

    ClientController(
            ClientRegister register,
            ClientSearch search,
            LookUps lookUps,
            Erasures erasures,
            Merges merges,
            IdempotentCreates creates,
            Attempts attempts) {
        this.register = register;
        this.search = search;
        this.lookUps = lookUps;
        this.erasures = erasures;
        this.merges = merges;
        this.creates = creates;
        this.attempts = attempts;
    }

    @Operation(operationId = "createClient", summary = "Writes a client down")
    @Refuses({"409 client-may-exist", "422 email-not-carried invalid-email invalid-phone no-contact phone-extension"})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ClientView> create(
            @RequestBody @Valid CreateClient command, @Nullable IdempotencyKey key, Caller caller) {
        Staff.requireDesk(caller);
        return creates.once(key, command, ClientView.class, () -> {
            ClientView view = register.create(command, caller);
            return new Created<>(URI.create("/api/v1/clients/" + view.id()), view.version(), view);
        });
    }

    /** @param location in whose country a phone number is dialled; null: any in which the caller has locations */
    @Operation(
            operationId = "findClients",
            summary = "Finds clients by a part of their name, by id, by phone or by email, one of them")
    @Refuses({"422 invalid-phone phone-extension", "429 too-many-look-ups"})
    @GetMapping
    ItemList<ClientView> find(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<UUID> id,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable UUID location,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit,
            Caller caller) {
        if (Stream.of(q, id, phone, email).filter(Objects::nonNull).count() != 1) {
            throw Rejection.malformed(
                    "missing-parameter", "Clients are found by q, by id, by phone or by email, one of them.", "q");
        }
        if (id != null) {
            if (cursor != null) {
                throw Cursor.unknown();
            }
            return search.among(id, caller);
        }
        lookUps.count(caller);
        if (q != null) {
            return search.search(q, cursor, limit, caller);
        }
        Staff.requireDesk(caller);
        return phone != null
                ? search.withPhone(phone, location == null ? null : new LocationId(location), cursor, caller)
                : search.withEmail(Objects.requireNonNull(email), cursor, caller);
    }

    @Operation(operationId = "getClient", summary = "Shows a client")
    @Refuses("429 too-many-look-ups")
    @GetMapping("/{id}")
    ResponseEntity<ClientView> one(@PathVariable UUID id, Caller caller) {
        Staff.requireDesk(caller);
        ClientView view = register.view(new ClientId(id), caller)
                .orElseThrow(() -> Rejection.notFound("not-found", "There is no such client."));
        return answer(view);
    }

    @Operation(operationId = "correctClient", summary = "Corrects a client's name, language and contacts")
    @Refuses("422 email-not-carried invalid-email invalid-phone no-contact phone-extension")
    @PutMapping("/{id}")
    ResponseEntity<ClientView> correct(
            @PathVariable UUID id, ExpectedVersion expected, @Valid @RequestBody CorrectClient body, Caller caller) {
        Staff.requirePeople(caller);
        return answer(attempts.run(() -> register.correct(new ClientId(id), expected, body, caller)));
    }

    /** Irreversible: nothing is left of the client but an id. */
    @Operation(operationId = "eraseClient", summary = "Erases a client for good: nothing is left but an id")
    @Refuses("409 visits-ahead visits-ahead-with-others")
    @PostMapping("/{id}/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable UUID id, ExpectedVersion expected, @Valid @RequestBody EraseClient body, Caller caller) {
        attempts.run(() -> {
            erasures.erase(new ClientId(id), expected, body, caller);
            return id;
        });
    }

    /** Answers the client kept. */
    @Operation(operationId = "mergeClient", summary = "Merges a client into another, which is kept and shown")
    @Refuses({
        "409 reasons-too-long too-many-visits visit-together visits-against-restrictions visits-overlap",
        "422 merged-with-itself unknown-client"
    })
    @PostMapping("/{id}/merge")
    ResponseEntity<ClientView> merge(
            @PathVariable UUID id, ExpectedVersion expected, @Valid @RequestBody MergeClient body, Caller caller) {
        return answer(attempts.run(() -> merges.merge(new ClientId(id), expected, body, caller)));
    }

    private static ResponseEntity<ClientView> answer(ClientView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
