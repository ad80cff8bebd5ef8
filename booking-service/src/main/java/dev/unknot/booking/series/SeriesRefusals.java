package dev.unknot.booking.series;

import dev.unknot.common.series.Recurrence;
import dev.unknot.platform.problem.Rejection;

/** Refusals of a series as callers see them. */
final class SeriesRefusals {

    private SeriesRefusals() {}

    static Rejection unclear(String sentence, String field) {
        return Rejection.invalid("recurrence-unclear", sentence, field);
    }

    static Rejection firstDateElsewhere() {
        return Rejection.invalid(
                "first-date-off-recurrence", "The first date is not one of the days it repeats on.", "firstDate");
    }

    static Rejection tooShort() {
        return Rejection.invalid("series-too-short", "A series takes place at least twice.", "recurrence.until");
    }

    static Rejection tooLong() {
        return Rejection.invalid(
                "series-too-long", "A series takes place at most " + Recurrence.MOST + " times.", "recurrence.until");
    }

    static Rejection dateOutOfEra(String field) {
        return Rejection.invalid("series-date-out-of-range", "A series is within the years 1970 to 2199.", field);
    }

    static Rejection noSuchLocalTime() {
        return Rejection.invalid(
                "no-such-local-time", "The clock is set forward over this time on that day.", "localTime");
    }
}
