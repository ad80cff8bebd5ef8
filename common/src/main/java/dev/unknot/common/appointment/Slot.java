package dev.unknot.common.appointment;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.TherapistId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A time that can be booked.
 *
 * @param localStart {@code start} on the location's wall clock, for display
 * @param roomId the room that would be used
 */
public record Slot(
        Instant start,
        Instant end,
        ZoneId zone,
        LocalDateTime localStart,
        LocationId locationId,
        TherapistId therapistId,
        RoomId roomId,
        Money price) {}
