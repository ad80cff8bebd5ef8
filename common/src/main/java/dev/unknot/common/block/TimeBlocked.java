package dev.unknot.common.block;

import dev.unknot.common.appointment.Claim;
import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.LocationId;
import java.util.List;

/** The time of a therapist, or of every place in a room, was taken out of what can be booked; the claims say whose and which. */
@Announced(type = "dev.unknot.block.blocked.v1", topic = Topics.BLOCKS)
public record TimeBlocked(BlockId id, LocationId locationId, List<Claim> claims) implements BlockEvent {

    public TimeBlocked {
        claims = List.copyOf(claims);
    }
}
