package dev.unknot.booking.availability;

import java.time.LocalTime;

/**
 * A part of the day by the clock on a wall; when it does not end later than it begins, it passes midnight, and to midnight
 * is to the end of the day.
 *
 * @param from on which it begins
 * @param to on which it is over; another than {@code from}, but midnight to midnight is the whole day
 */
public record LocalHours(LocalTime from, LocalTime to) {

    public LocalHours {
        if (from.equals(to) && !to.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("hours begin and end at different times, but these do at " + from);
        }
    }

    boolean passMidnight() {
        return !from.isBefore(to);
    }
}
