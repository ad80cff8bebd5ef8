package dev.unknot.booking.slot.web;

import java.time.DayOfWeek;

/** As a query names it. */
enum Weekday {
    MON,
    TUE,
    WED,
    THU,
    FRI,
    SAT,
    SUN;

    DayOfWeek day() {
        return DayOfWeek.of(ordinal() + 1);
    }
}
