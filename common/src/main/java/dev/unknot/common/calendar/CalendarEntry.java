package dev.unknot.common.calendar;

import dev.unknot.common.appointment.AppointmentId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a client's calendar keeps of a visit.
 *
 * @param version of the appointment: a file made later replaces one made before
 * @param link the page of the visit
 * @param asOf when the file is made
 */
public record CalendarEntry(
        AppointmentId id,
        long version,
        boolean cancelled,
        String title,
        String description,
        String place,
        Instant start,
        Instant end,
        ZoneId zone,
        URI link,
        Instant asOf) {}
