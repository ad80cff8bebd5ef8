package dev.unknot.frontdesk.visit;

import java.time.LocalDate;
import java.util.List;

/**
 * The times of one of the clinic's days, ascending.
 *
 * @param known with the therapist the visit is booked with
 * @param others when only somebody else has time
 */
public record FreeDay(LocalDate date, List<FreeTime> known, List<FreeTime> others) {

    public FreeDay {
        known = List.copyOf(known);
        others = List.copyOf(others);
    }
}
