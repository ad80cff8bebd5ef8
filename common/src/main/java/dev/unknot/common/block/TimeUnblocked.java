package dev.unknot.common.block;

import dev.unknot.common.appointment.Claim;
import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.LocationId;
import java.util.List;

/** A block was lifted: its time can be booked again. */
@Announced(type = "dev.unknot.block.unblocked.v1", topic = Topics.BLOCKS)
public record TimeUnblocked(BlockId id, LocationId locationId) implements BlockEvent {

    @Override
    public List<Claim> claims() {
        return List.of();
    }
}
