package dev.unknot.booking.availability;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.therapist.TherapistId;
import java.time.ZoneId;

/**
 * Who and where for one wanted start.
 *
 * @param zone of the location
 */
public record Assignment(TherapistId therapist, RoomPlace place, ZoneId zone) {}
