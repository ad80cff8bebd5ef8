package dev.unknot.booking.block;

import dev.unknot.booking.Staff;
import dev.unknot.booking.appointment.BlockedTime;
import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.Commitment;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.block.BlockId;
import dev.unknot.common.block.BlockTime;
import dev.unknot.common.block.BlockView;
import dev.unknot.common.block.TimeBlocked;
import dev.unknot.common.block.TimeUnblocked;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.outbox.Outbox;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.AfterCommit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the blocks. Changes run in the caller's transaction. */
@Service
public class BlockDesk {

    private final Blocks blocks;
    private final Blockable blockable;
    private final BlockedTime time;
    private final Outbox outbox;
    private final Availability availability;
    private final Clock clock;

    BlockDesk(
            Blocks blocks,
            Blockable blockable,
            BlockedTime time,
            Outbox outbox,
            Availability availability,
            Clock clock) {
        this.blocks = blocks;
        this.blockable = blockable;
        this.time = time;
        this.outbox = outbox;
        this.availability = availability;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public BlockView block(BlockTime command, Caller caller) {
        Staff.requireDesk(caller);
        caller.locations().require(command.locationId());
        Instant now = clock.instant();
        TimeRange during = BlockRules.accepted(command, now);
        List<Claim> claims = blockable.claims(command, during);
        BlockView block = new BlockView(
                new BlockId(Ids.next()),
                command.locationId(),
                command.therapistId(),
                command.roomId(),
                during.start(),
                during.end(),
                command.cause(),
                caller.actor());
        time.requireFree(claims, now);
        blocks.add(block);
        time.claim(block.id(), claims);
        outbox.announce(new TimeBlocked(block.id(), block.locationId(), claims), 1, block.cause());
        learnAfterCommit(new Commitment(block.id().value(), 1, block.locationId(), null, claims, null));
        return block;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void lift(BlockId id, Caller caller) {
        Staff.requireDesk(caller);
        BlockView block = blocks.find(id, caller.locations()).orElseThrow(BlockDesk::unknown);
        if (!blocks.lift(id)) {
            throw unknown();
        }
        time.free(id);
        outbox.announce(new TimeUnblocked(id, block.locationId()), 2, block.cause());
        learnAfterCommit(Commitment.none(id.value(), 2));
    }

    @Transactional(readOnly = true)
    public BlockView one(BlockId id, Caller caller) {
        Staff.requireDeskOrTherapist(caller);
        return blocks.find(id, caller.locations()).orElseThrow(BlockDesk::unknown);
    }

    /** Those that touch the period, by start. */
    @Transactional(readOnly = true)
    public List<BlockView> at(LocationId location, TimeRange period, Caller caller) {
        Staff.requireDeskOrTherapist(caller);
        caller.locations().require(location);
        return blocks.at(location, period);
    }

    private void learnAfterCommit(Commitment commitment) {
        // Not before the commit: what is rolled back must hide no free slot.
        AfterCommit.run(() -> availability.learn(commitment));
    }

    private static Rejection unknown() {
        return Rejection.notFound("unknown-block", "There is no such block.");
    }
}
