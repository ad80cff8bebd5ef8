package dev.unknot.notification.consent.web;

import dev.unknot.common.access.Role;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.OptOutView;
import dev.unknot.notification.consent.Consent;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/clients/{id}/opt-outs")
class OptOutController {
    private static final Role[] STAFF = {Role.OWNER, Role.MANAGER, Role.FRONT_DESK};

    private final Consent consent;

    OptOutController(Consent consent) {
        this.consent = consent;
    }

    /** One for each channel. */
    @Operation(operationId = "listOptOuts", summary = "Lists for each channel whether a client takes messages")
    @GetMapping
    ItemList<OptOutView> list(@PathVariable UUID id, Caller caller) {
        caller.require(STAFF);
        return new ItemList<>(consent.of(new ClientId(id)), null);
    }

    @Operation(operationId = "optOut", summary = "Notes that a client takes no messages by a channel")
    @PutMapping("/{channel}")
    OptOutView optOut(@PathVariable UUID id, @PathVariable Channel channel, Caller caller) {
        caller.require(STAFF);
        return consent.optOut(new ClientId(id), channel, caller);
    }

    @Operation(operationId = "optIn", summary = "Notes that a client takes messages by a channel again")
    @Refuses("409 opted-out-by-client")
    @DeleteMapping("/{channel}")
    OptOutView optIn(@PathVariable UUID id, @PathVariable Channel channel, Caller caller) {
        caller.require(STAFF);
        return consent.optIn(new ClientId(id), channel, caller);
    }
}
