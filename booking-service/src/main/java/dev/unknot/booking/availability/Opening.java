package dev.unknot.booking.availability;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import java.time.ZoneId;

/**
 * A session that could be booked.
 *
 * @param session without buffers
 * @param place the one a booking would take first
 */
public record Opening(TimeRange session, ZoneId zone, LocationId location, TherapistId therapist, RoomPlace place) {}
