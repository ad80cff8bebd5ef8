package dev.unknot.booking.block.web;

import dev.unknot.booking.block.BlockDesk;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.block.BlockId;
import dev.unknot.common.block.BlockTime;
import dev.unknot.common.block.BlockView;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.time.Era;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.dryrun.DryRunnable;
import dev.unknot.platform.idempotency.Created;
import dev.unknot.platform.idempotency.IdempotencyKey;
import dev.unknot.platform.idempotency.IdempotentCreates;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
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

/** A block never changes, it is only made and lifted, and needs no version for that. */
@RestController
@DryRunnable
@RequestMapping("/api/v1/blocks")
class BlockController {

    private final BlockDesk desk;
    private final IdempotentCreates creates;
    private final Attempts attempts;

    BlockController(BlockDesk desk, IdempotentCreates creates, Attempts attempts) {
        this.desk = desk;
        this.creates = creates;
        this.attempts = attempts;
    }

    @Operation(operationId = "createBlock", summary = "Takes time of therapists or rooms, without a client")
    @Refuses({
        "409 slot-taken",
        "422 block-of-one block-off-grid block-too-long range-empty start-in-past therapist-elsewhere",
        "422 therapist-not-here unknown-location unknown-room unknown-therapist"
    })
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<BlockView> block(
            @RequestBody @Valid BlockTime command, @Nullable IdempotencyKey key, Caller caller) {
        return creates.once(key, command, BlockView.class, () -> {
            BlockView view = desk.block(command, caller);
            return new Created<>(URI.create("/api/v1/blocks/" + view.id()), 1, view);
        });
    }

    @Operation(operationId = "listBlocks", summary = "Lists the blocks of a location in a time")
    @Refuses("422 range-empty")
    @GetMapping
    ItemList<BlockView> list(
            @RequestParam UUID location, @RequestParam Instant from, @RequestParam Instant to, Caller caller) {
        if (!Era.includes(from) || !Era.includes(to) || !from.isBefore(to)) {
            throw Rejection.invalid("range-empty", "The time to list ends after it begins, by the year 2199.", "to");
        }
        return ItemList.all(desk.at(new LocationId(location), new TimeRange(from, to), caller));
    }

    @Operation(operationId = "getBlock", summary = "Shows a block")
    @Refuses("404 unknown-block")
    @GetMapping("/{id}")
    BlockView one(@PathVariable UUID id, Caller caller) {
        return desk.one(new BlockId(id), caller);
    }

    @Operation(operationId = "liftBlock", summary = "Gives blocked time back")
    @Refuses("404 unknown-block")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable UUID id, Caller caller) {
        attempts.run(() -> {
            desk.lift(new BlockId(id), caller);
            return id;
        });
    }
}
