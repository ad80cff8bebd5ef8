package dev.unknot.booking.supply;

import dev.unknot.common.location.LocationId;

/** Told inside the service, in the transaction that stored or erased a location's snapshot and under its places' locks. */
public record LocationLearned(LocationId id) {}
