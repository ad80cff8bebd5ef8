package dev.unknot.therapist.schedule;

import static dev.unknot.therapist.schedule.Places.BERLIN;
import static dev.unknot.therapist.schedule.Places.NEW_YORK;
import static dev.unknot.therapist.schedule.Places.POTSDAM;
import static dev.unknot.therapist.schedule.Places.hours;
import static dev.unknot.therapist.schedule.Places.open;
import static dev.unknot.therapist.schedule.Places.shift;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final LocalDate FIRST_MONDAY = LocalDate.of(2027, 2, 1);
    private static final LocalDate SECOND_MONDAY = FIRST_MONDAY.plusWeeks(1);
    private static final TimeRange MONDAY_ONLY = range("2027-02-01T00:00:00Z", "2027-02-02T00:00:00Z");
    private static final TimeRange FORTNIGHT = range("2027-02-01T00:00:00Z", "2027-02-15T00:00:00Z");

    @Test
    void aPatternEndsWhereTheNextBegins() {
        Timetable timetable = Timetable.of(FIRST_MONDAY, List.of(shift(BERLIN, MONDAY, "09:00", "12:00")))
                .with(SECOND_MONDAY, List.of(shift(BERLIN, TUESDAY, "10:00", "11:00")));

        assertThat(timetable.workingTime(FORTNIGHT, Places.ALL))
                .containsExactly(
                        at(BERLIN, "2027-02-01T08:00:00Z", "2027-02-01T11:00:00Z"),
                        at(BERLIN, "2027-02-09T09:00:00Z", "2027-02-09T10:00:00Z"));
    }

    @Test
    void anEmptyPatternEndsTheWork() {
        Timetable timetable = Timetable.of(FIRST_MONDAY, List.of(shift(BERLIN, MONDAY, "09:00", "12:00")))
                .with(FIRST_MONDAY.plusDays(1), List.of());

        assertThat(timetable.workingTime(FORTNIGHT, Places.ALL)).hasSize(1);
    }

    @Test
    void aNightShiftOfTheOldPatternIsWorkedToItsEnd() {
        Timetable timetable = Timetable.of(FIRST_MONDAY, List.of(shift(BERLIN, SUNDAY, "22:00", "06:00")))
                .with(SECOND_MONDAY, List.of());

        assertThat(timetable.workingTime(FORTNIGHT, Places.ALL))
                .containsExactly(at(BERLIN, "2027-02-07T21:00:00Z", "2027-02-08T05:00:00Z"));
    }

    @Test
    void aPatternBeginsOnEachLocationsOwnDate() {
        Timetable timetable = Timetable.of(
                FIRST_MONDAY,
                List.of(shift(NEW_YORK, SUNDAY, "20:00", "23:00"), shift(BERLIN, MONDAY, "09:00", "10:00")));

        assertThat(timetable.workingTime(range("2027-01-31T00:00:00Z", "2027-02-02T00:00:00Z"), Places.ALL))
                .as("Sunday evening in New York is Monday in Berlin, yet before the pattern")
                .containsExactly(at(BERLIN, "2027-02-01T08:00:00Z", "2027-02-01T09:00:00Z"));
    }

    @Test
    void touchingShiftsAtOneLocationAreOneRangeAndAtTwoLocationsTwo() {
        Timetable timetable = Timetable.of(
                FIRST_MONDAY,
                List.of(
                        shift(BERLIN, MONDAY, "09:00", "12:00"),
                        shift(BERLIN, MONDAY, "12:00", "13:00"),
                        shift(POTSDAM, MONDAY, "13:00", "15:00")));

        assertThat(timetable.workingTime(MONDAY_ONLY, Places.ALL))
                .containsExactly(
                        at(BERLIN, "2027-02-01T08:00:00Z", "2027-02-01T12:00:00Z"),
                        at(POTSDAM, "2027-02-01T12:00:00Z", "2027-02-01T14:00:00Z"));
    }

    @Test
    void openingHoursCutAShiftOff() {
        Timetable timetable = Timetable.of(FIRST_MONDAY, List.of(shift(BERLIN, MONDAY, "06:00", "23:00")));
        Map<LocationId, OpeningTimes> withLunch =
                Map.of(BERLIN, open("Europe/Berlin", hours(MONDAY, "08:00", "12:00"), hours(MONDAY, "13:00", "18:00")));

        assertThat(timetable.workingTime(MONDAY_ONLY, withLunch))
                .containsExactly(
                        at(BERLIN, "2027-02-01T07:00:00Z", "2027-02-01T11:00:00Z"),
                        at(BERLIN, "2027-02-01T12:00:00Z", "2027-02-01T17:00:00Z"));
    }

    @Test
    void aNightShiftOfTheDayBeforeReachesIntoTheHorizon() {
        Timetable timetable = Timetable.of(FIRST_MONDAY, List.of(shift(BERLIN, MONDAY, "22:00", "06:00")));

        assertThat(timetable.workingTime(range("2027-02-01T23:00:00Z", "2027-02-02T12:00:00Z"), Places.ALL))
                .containsExactly(at(BERLIN, "2027-02-01T23:00:00Z", "2027-02-02T05:00:00Z"));
    }

    @Test
    void whoIsStillAtOnePlaceDoesNotYetWorkAtAnother() {
        Timetable overlapping = Timetable.of(
                FIRST_MONDAY,
                List.of(shift(BERLIN, MONDAY, "09:00", "12:00"), shift(POTSDAM, MONDAY, "11:00", "13:00")));

        assertThat(overlapping.workingTime(MONDAY_ONLY, Places.ALL))
                .containsExactly(
                        at(BERLIN, "2027-02-01T08:00:00Z", "2027-02-01T11:00:00Z"),
                        at(POTSDAM, "2027-02-01T11:00:00Z", "2027-02-01T12:00:00Z"));
    }

    private static WorkingTime at(LocationId location, String start, String end) {
        return new WorkingTime(location, range(start, end));
    }

    private static TimeRange range(String start, String end) {
        return new TimeRange(Instant.parse(start), Instant.parse(end));
    }
}
