package dev.unknot.booking.series;

import dev.unknot.booking.availability.Rule;
import dev.unknot.common.series.OccurrenceRefusal;
import dev.unknot.common.series.Recurrence;
import dev.unknot.platform.problem.Fault;
import dev.unknot.platform.problem.Rejection;
import java.util.Map;

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

    /** Of a series that takes place as a whole or not at all. */
    static Rejection none(Map<Integer, OccurrenceRefusal> refused) {
        return naming(
                Rejection.conflict("series-refused", "Nothing was booked or changed, since a part of it cannot be."),
                refused);
    }

    static Rejection nothingToChange(Map<Integer, OccurrenceRefusal> left) {
        return naming(
                Rejection.conflict("nothing-to-change", "None of these visits can be changed, or needs to be."), left);
    }

    static Rejection movedTwice() {
        return Rejection.invalid("series-moved-twice", "Visits are moved either by days or to a weekday.", "weekday");
    }

    static Rejection notEachNamed() {
        return Rejection.invalid(
                "participants-mismatch", "Name one therapist for each participant, in their order.", "therapists");
    }

    static Rejection unknownOccurrence(String field) {
        return Rejection.invalid("unknown-occurrence", "The series has no visit of this number.", field);
    }

    static Rejection unknownLocation() {
        return Rejection.invalid(Rule.LOCATION_KNOWN.code(), Rule.LOCATION_KNOWN.sentence(), "locationId");
    }

    static Rejection offGrid() {
        return Rejection.invalid(Rule.START_ON_GRID.code(), Rule.START_ON_GRID.sentence(), "localTime");
    }

    static Rejection notFound() {
        return Rejection.notFound("not-found", "There is no such series.");
    }

    /** Somebody else got in between each time it was tried. */
    static Rejection busy() {
        return Rejection.conflict("busy", "These times are being booked by others; repeat.");
    }

    private static Rejection naming(Rejection whole, Map<Integer, OccurrenceRefusal> each) {
        Rejection naming = whole;
        for (Map.Entry<Integer, OccurrenceRefusal> one : each.entrySet()) {
            OccurrenceRefusal why = one.getValue();
            naming = naming.with(new Fault("occurrences[" + one.getKey() + "]", why.code(), why.detail()));
        }
        return naming;
    }
}
