package dev.unknot.therapist.schedule;

import static dev.unknot.therapist.schedule.Places.BERLIN;
import static dev.unknot.therapist.schedule.Places.NEW_YORK;
import static dev.unknot.therapist.schedule.Places.POTSDAM;
import static dev.unknot.therapist.schedule.Places.dayShift;
import static dev.unknot.therapist.schedule.Places.hours;
import static dev.unknot.therapist.schedule.Places.open;
import static dev.unknot.therapist.schedule.Places.shift;
import static dev.unknot.therapist.schedule.Places.weekly;
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
    private static final Timetable NONE = Timetable.NONE;
    private static final TimeRange MONDAY_ONLY = range("2027-02-01T00:00:00Z", "2027-02-02T00:00:00Z");
    private static final TimeRange FORTNIGHT = range("2027-02-01T00:00:00Z", "2027-02-15T00:00:00Z");

    @Test
    void aPatternEndsWhereTheNextBegins() {
        Timetable timetable = Timetable.of(weekly(FIRST_MONDAY, shift(BERLIN, MONDAY, "09:00", "12:00")))
                .with(weekly(SECOND_MONDAY, shift(BERLIN, TUESDAY, "10:00", "11:00")));

        assertThat(timetable.workingTime(FORTNIGHT, Places.ALL, TimeRanges.NONE))
                .containsExactly(
                        at(BERLIN, "2027-02-01T08:00:00Z", "2027-02-01T11:00:00Z"),
                        at(BERLIN, "2027-02-09T09:00:00Z", "2027-02-09T10:00:00Z"));
    }

    @Test
    void anEmptyPatternEndsTheWork() {
        Timetable timetable = Timetable.of(weekly(FIRST_MONDAY, shift(BERLIN, MONDAY, "09:00", "12:00")))
                .with(weekly(FIRST_MONDAY.plusDays(1)));

        assertThat(timetable.workingTime(FORTNIGHT, Places.ALL, TimeRanges.NONE))
                .hasSize(1);
    }

    @Test
    void aNightShiftOfTheOldPatternIsWorkedToItsEnd() {
        Timetable timetable = Timetable.of(weekly(FIRST_MONDAY, shift(BERLIN, SUNDAY, "22:00", "06:00")))
                .with(weekly(SECOND_MONDAY));

        assertThat(timetable.workingTime(FORTNIGHT, Places.ALL, TimeRanges.NONE))
                .containsExactly(at(BERLIN, "2027-02-07T21:00:00Z", "2027-02-08T05:00:00Z"));
    }

    @Test
    void aPatternBeginsOnEachLocationsOwnDate() {
        Timetable timetable = Timetable.of(weekly(
                FIRST_MONDAY, shift(NEW_YORK, SUNDAY, "20:00", "23:00"), shift(BERLIN, MONDAY, "09:00", "10:00")));

        assertThat(timetable.workingTime(
                        range("2027-01-31T00:00:00Z", "2027-02-02T00:00:00Z"), Places.ALL, TimeRanges.NONE))
                .as("Sunday evening in New York is Monday in Berlin, yet before the pattern")
                .containsExactly(at(BERLIN, "2027-02-01T08:00:00Z", "2027-02-01T09:00:00Z"));
    }

    @Test
    void touchingShiftsAtOneLocationAreOneRangeAndAtTwoLocationsTwo() {
        Timetable timetable = Timetable.of(weekly(
                FIRST_MONDAY,
                shift(BERLIN, MONDAY, "09:00", "12:00"),
                shift(BERLIN, MONDAY, "12:00", "13:00"),
                shift(POTSDAM, MONDAY, "13:00", "15:00")));

        assertThat(timetable.workingTime(MONDAY_ONLY, Places.ALL, TimeRanges.NONE))
                .containsExactly(
                        at(BERLIN, "2027-02-01T08:00:00Z", "2027-02-01T12:00:00Z"),
                        at(POTSDAM, "2027-02-01T12:00:00Z", "2027-02-01T14:00:00Z"));
    }

    @Test
    void openingHoursCutAShiftOff() {
        Timetable timetable = Timetable.of(weekly(FIRST_MONDAY, shift(BERLIN, MONDAY, "06:00", "23:00")));
        Map<LocationId, OpeningTimes> withLunch =
                Map.of(BERLIN, open("Europe/Berlin", hours(MONDAY, "08:00", "12:00"), hours(MONDAY, "13:00", "18:00")));

        assertThat(timetable.workingTime(MONDAY_ONLY, withLunch, TimeRanges.NONE))
                .containsExactly(
                        at(BERLIN, "2027-02-01T07:00:00Z", "2027-02-01T11:00:00Z"),
                        at(BERLIN, "2027-02-01T12:00:00Z", "2027-02-01T17:00:00Z"));
    }

    @Test
    void aNightShiftOfTheDayBeforeReachesIntoTheHorizon() {
        Timetable timetable = Timetable.of(weekly(FIRST_MONDAY, shift(BERLIN, MONDAY, "22:00", "06:00")));

        assertThat(timetable.workingTime(
                        range("2027-02-01T23:00:00Z", "2027-02-02T12:00:00Z"), Places.ALL, TimeRanges.NONE))
                .containsExactly(at(BERLIN, "2027-02-01T23:00:00Z", "2027-02-02T05:00:00Z"));
    }

    @Test
    void whoIsStillAtOnePlaceDoesNotYetWorkAtAnother() {
        Timetable overlapping = Timetable.of(weekly(
                FIRST_MONDAY, shift(BERLIN, MONDAY, "09:00", "12:00"), shift(POTSDAM, MONDAY, "11:00", "13:00")));

        assertThat(overlapping.workingTime(MONDAY_ONLY, Places.ALL, TimeRanges.NONE))
                .containsExactly(
                        at(BERLIN, "2027-02-01T08:00:00Z", "2027-02-01T11:00:00Z"),
                        at(POTSDAM, "2027-02-01T11:00:00Z", "2027-02-01T12:00:00Z"));
    }

    @Test
    void anOverrideTakesThePlaceOfThePatternOnItsDateAtAllLocations() {
        Timetable timetable = Timetable.of(weekly(
                        FIRST_MONDAY,
                        shift(BERLIN, MONDAY, "09:00", "12:00"),
                        shift(POTSDAM, MONDAY, "13:00", "15:00"),
                        shift(BERLIN, TUESDAY, "09:00", "10:00")))
                .overridden(FIRST_MONDAY, List.of(dayShift(POTSDAM, "10:00", "11:00")));

        assertThat(timetable.workingTime(FORTNIGHT, Places.ALL, TimeRanges.NONE).subList(0, 3))
                .containsExactly(
                        at(POTSDAM, "2027-02-01T09:00:00Z", "2027-02-01T10:00:00Z"),
                        at(BERLIN, "2027-02-02T08:00:00Z", "2027-02-02T09:00:00Z"),
                        at(BERLIN, "2027-02-08T08:00:00Z", "2027-02-08T11:00:00Z"));
        assertThat(timetable.notOverridden(FIRST_MONDAY).workingTime(MONDAY_ONLY, Places.ALL, TimeRanges.NONE))
                .hasSize(2);
    }

    @Test
    void anOverrideWithoutShiftsIsADayOffAndTheNightBeforeIsWorkedToItsEnd() {
        Timetable timetable = Timetable.of(weekly(
                        FIRST_MONDAY.minusDays(1),
                        shift(BERLIN, SUNDAY, "22:00", "06:00"),
                        shift(BERLIN, MONDAY, "09:00", "12:00")))
                .overridden(FIRST_MONDAY, List.of());

        assertThat(timetable.workingTime(MONDAY_ONLY, Places.ALL, TimeRanges.NONE))
                .containsExactly(at(BERLIN, "2027-02-01T00:00:00Z", "2027-02-01T05:00:00Z"));
    }

    @Test
    void anOverrideIsForTheDateOnEachLocationsOwnCalendar() {
        Timetable timetable = Timetable.of(weekly(
                        FIRST_MONDAY.minusDays(1),
                        shift(NEW_YORK, SUNDAY, "20:00", "23:00"),
                        shift(BERLIN, MONDAY, "09:00", "10:00")))
                .overridden(FIRST_MONDAY, List.of());

        assertThat(timetable.workingTime(MONDAY_ONLY, Places.ALL, TimeRanges.NONE))
                .as("Sunday evening in New York is Monday in Berlin, yet not the date")
                .containsExactly(at(NEW_YORK, "2027-02-01T01:00:00Z", "2027-02-01T04:00:00Z"));
    }

    @Test
    void anOverrideIsWorkedWithoutAnyPatternAndThroughTheNightOfTheChange() {
        Timetable timetable = NONE.overridden(LocalDate.of(2027, 3, 27), List.of(dayShift(BERLIN, "22:00", "06:00")));

        assertThat(timetable.workingTime(
                        range("2027-03-27T00:00:00Z", "2027-03-29T00:00:00Z"), Places.ALL, TimeRanges.NONE))
                .as("seven hours: the clock skips one")
                .containsExactly(at(BERLIN, "2027-03-27T21:00:00Z", "2027-03-28T04:00:00Z"));
    }

    @Test
    void timeOffIsCutOutOfPatternsAndOverridesAlike() {
        Timetable timetable = Timetable.of(weekly(FIRST_MONDAY, shift(BERLIN, MONDAY, "09:00", "12:00")))
                .overridden(FIRST_MONDAY.plusDays(1), List.of(dayShift(POTSDAM, "09:00", "12:00")));
        TimeRanges off = TimeRanges.union(List.of(
                range("2027-02-01T09:00:00Z", "2027-02-01T10:00:00Z"),
                range("2027-02-01T10:30:00Z", "2027-02-02T09:00:00Z")));

        assertThat(timetable.workingTime(range("2027-02-01T00:00:00Z", "2027-02-03T00:00:00Z"), Places.ALL, off))
                .containsExactly(
                        at(BERLIN, "2027-02-01T08:00:00Z", "2027-02-01T09:00:00Z"),
                        at(BERLIN, "2027-02-01T10:00:00Z", "2027-02-01T10:30:00Z"),
                        at(POTSDAM, "2027-02-02T09:00:00Z", "2027-02-02T11:00:00Z"));
    }

    @Test
    void ofATimeOffOnlyWhatIsTakenFromTheShiftsIsTold() {
        Timetable timetable = Timetable.of(weekly(
                FIRST_MONDAY, shift(BERLIN, MONDAY, "09:00", "12:00"), shift(POTSDAM, MONDAY, "13:00", "15:00")));
        TimeRanges off = TimeRanges.union(List.of(range("2027-02-01T10:00:00Z", "2027-02-01T12:30:00Z")));

        assertThat(timetable.timeOff(MONDAY_ONLY, Places.ALL, off))
                .containsExactly(
                        at(BERLIN, "2027-02-01T10:00:00Z", "2027-02-01T11:00:00Z"),
                        at(POTSDAM, "2027-02-01T12:00:00Z", "2027-02-01T12:30:00Z"));
        assertThat(timetable.timeOff(MONDAY_ONLY, Places.ALL, TimeRanges.NONE)).isEmpty();
    }

    @Test
    void whatOfAShiftIsClosedIsToldApartFromWhatTheWeekLeavesOut() {
        Timetable timetable = Timetable.of(weekly(FIRST_MONDAY, shift(BERLIN, MONDAY, "06:00", "12:00")));
        OpeningTimes week = open("Europe/Berlin", hours(MONDAY, "08:00", "18:00"));
        TimeRange closed = range("2027-02-01T05:00:00Z", "2027-02-01T09:00:00Z");
        OpeningTimes times = new OpeningTimes(week.zone(), week.week(), TimeRanges.union(List.of(closed)));
        Map<LocationId, OpeningTimes> places = Map.of(BERLIN, times);

        assertThat(times.over(MONDAY_ONLY).ranges())
                .containsExactly(range("2027-02-01T09:00:00Z", "2027-02-01T17:00:00Z"));
        assertThat(times.closedOver(MONDAY_ONLY).ranges())
                .containsExactly(range("2027-02-01T07:00:00Z", "2027-02-01T09:00:00Z"));
        assertThat(timetable.workingTime(MONDAY_ONLY, places, TimeRanges.NONE))
                .containsExactly(at(BERLIN, "2027-02-01T09:00:00Z", "2027-02-01T11:00:00Z"));
        assertThat(timetable.closed(MONDAY_ONLY, places))
                .containsExactly(at(BERLIN, "2027-02-01T07:00:00Z", "2027-02-01T09:00:00Z"));
    }

    private static WorkingTime at(LocationId location, String start, String end) {
        return new WorkingTime(location, range(start, end));
    }

    private static TimeRange range(String start, String end) {
        return new TimeRange(Instant.parse(start), Instant.parse(end));
    }
}
