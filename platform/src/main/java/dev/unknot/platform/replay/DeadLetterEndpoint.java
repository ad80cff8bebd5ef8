package dev.unknot.platform.replay;

import dev.unknot.common.access.Role;
import dev.unknot.platform.event.DeadLetterReplay;
import dev.unknot.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The operator's command that replays dead letters of a consumer group of this service. */
@RestController
class DeadLetterEndpoint {

    private final DeadLetterReplay replay;

    DeadLetterEndpoint(DeadLetterReplay replay) {
        this.replay = replay;
    }

    @Operation(operationId = "replayDeadLetters", summary = "Replays the dead letters of a consumer group")
    @PostMapping("/api/v1/dead-letters/{group}/replay")
    DeadLetterReplay.Outcome replay(@PathVariable String group, Caller caller) {
        caller.require(Role.OWNER);
        return replay.replay(group);
    }
}
