package dev.unknot.booking.availability;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.time.TimeRange;
import java.util.UUID;

/**
 * Another session of a client or a therapist, as the database has it.
 *
 * @param person whose it is
 * @param claimed for how long they are taken, buffers included
 */
public record Neighbour(UUID person, UUID appointment, LocationId location, TimeRange session, TimeRange claimed) {}
