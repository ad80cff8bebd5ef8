package dev.unknot.frontdesk.visit;

import java.time.LocalDate;
import java.util.List;

/** The times of one of the clinic's days, ascending. */
record FreeDay(LocalDate date, List<FreeTime> times) {

    FreeDay {
        times = List.copyOf(times);
    }
}
