package dev.unknot.therapist.location;

import dev.unknot.common.location.LocationId;

/** Told inside the service, in the transaction of the change and while it holds the location's row. */
public record OpeningHoursChanged(LocationId locationId) {}
