package dev.unknot.common.therapist;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.time.TimeRange;

/** A stretch in which a therapist works at a location, inside its opening hours. */
public record WorkingTime(LocationId locationId, TimeRange during) {}
