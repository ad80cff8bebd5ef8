package dev.unknot.notification.policy.web;

import dev.unknot.common.access.Role;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.MessagePolicyView;
import dev.unknot.common.message.PutMessagePolicy;
import dev.unknot.notification.policy.MessagePolicies;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.web.ETags;
import dev.unknot.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/locations/{id}/message-policy")
class MessagePolicyController {
    private final MessagePolicies policies;
    private final Attempts attempts;

    MessagePolicyController(MessagePolicies policies, Attempts attempts) {
        this.policies = policies;
        this.attempts = attempts;
    }

    @Operation(operationId = "getMessagePolicy", summary = "Shows when a location's messages go out")
    @Refuses("404 unknown-location")
    @GetMapping
    ResponseEntity<MessagePolicyView> show(@PathVariable UUID id, Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.INTEGRATION);
        return answer(policies.find(new LocationId(id), caller.locations()));
    }

    @Operation(operationId = "putMessagePolicy", summary = "Puts when a location's messages go out")
    @Refuses({"404 unknown-location", "422 quiet-hours-too-long reminder-out-of-range reminders-out-of-order"})
    @PutMapping
    ResponseEntity<MessagePolicyView> put(
            @PathVariable UUID id,
            ExpectedVersion expected,
            @Valid @RequestBody PutMessagePolicy request,
            Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER);
        LocationId location = new LocationId(id);
        caller.locations().require(location);
        return answer(attempts.run(() -> policies.put(location, expected, request)));
    }

    private static ResponseEntity<MessagePolicyView> answer(MessagePolicyView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
