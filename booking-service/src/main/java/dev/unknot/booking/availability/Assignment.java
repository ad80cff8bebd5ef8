package dev.unknot.booking.availability;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.therapist.TherapistId;
import java.time.ZoneId;

/**
 * Who and where for one wanted start.
 *
 * @param zone of the location
 * @param therapistVersion of the therapist's schedule that was looked at
 * @param locationVersion of the opening hours and rooms that were looked at
 */
public record Assignment(
        TherapistId therapist, RoomPlace place, ZoneId zone, long therapistVersion, long locationVersion) {}
