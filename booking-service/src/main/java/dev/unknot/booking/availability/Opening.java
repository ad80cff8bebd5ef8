package dev.unknot.booking.availability;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import java.time.ZoneId;
import java.util.List;

/**
 * A session that could be booked.
 *
 * @param session without buffers
 * @param place the one a booking would take first, or the least harmed, and for several the first of their room's
 * @param others who would be taken beside the therapist, for a party of several
 */
public record Opening(
        TimeRange session,
        ZoneId zone,
        LocationId location,
        TherapistId therapist,
        RoomPlace place,
        List<TherapistId> others) {

    public Opening {
        others = List.copyOf(others);
    }
}
