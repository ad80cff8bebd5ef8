package dev.unknot.common.block;

import dev.unknot.common.appointment.Claim;
import dev.unknot.common.event.DomainEvent;
import dev.unknot.common.location.LocationId;
import java.util.List;
import java.util.UUID;

/** What booking-service announces of blocks. */
public sealed interface BlockEvent extends DomainEvent permits TimeBlocked, TimeUnblocked {

    BlockId id();

    LocationId locationId();

    /** After the event; none once unblocked. */
    List<Claim> claims();

    @Override
    default UUID subject() {
        return id().value();
    }
}
