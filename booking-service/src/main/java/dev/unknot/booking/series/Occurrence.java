package dev.unknot.booking.series;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.series.OccurrenceRefusal;
import org.jspecify.annotations.Nullable;

/**
 * One place in a series. Without an appointment and a refusal it was called off before it was booked.
 *
 * @param number from 1; kept for good
 * @param at where the series puts it, wherever its appointment has been moved by hand
 */
record Occurrence(
        int number,
        WallTime at,
        @Nullable AppointmentId appointment,
        @Nullable OccurrenceRefusal refusal) {

    Occurrence booked(AppointmentId booked, WallTime there) {
        return new Occurrence(number, there, booked, null);
    }

    Occurrence refused(OccurrenceRefusal why) {
        return new Occurrence(number, at, null, why);
    }

    Occurrence calledOff() {
        return new Occurrence(number, at, null, null);
    }

    boolean isCalledOff() {
        return appointment == null && refusal == null;
    }
}
