package dev.unknot.therapist.schedule;

import static dev.unknot.therapist.schedule.Places.BERLIN;
import static dev.unknot.therapist.schedule.Places.NEW_YORK;
import static dev.unknot.therapist.schedule.Places.POTSDAM;
import static dev.unknot.therapist.schedule.Places.dayShift;
import static dev.unknot.therapist.schedule.Places.shift;
import static dev.unknot.therapist.schedule.Places.weekly;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.PutOverride.DayShift;
import dev.unknot.platform.problem.Fault;
import dev.unknot.platform.problem.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverrideRulesTest {

    private static final LocalDate A_MONDAY = LocalDate.of(2027, 2, 1);
    private static final Timetable NONE = Timetable.NONE;
    private static final Set<LocationId> ALL = Set.of(BERLIN, POTSDAM, NEW_YORK);

    @Test
    void aShiftOffTheGridIsRefused() {
        refused(put(NONE, ALL, dayShift(BERLIN, "09:02", "12:00")), "shift-off-grid", "shifts[0]");
        refused(put(NONE, ALL, dayShift(BERLIN, "09:00", "09:00")), "shift-empty", "shifts[0]");
    }

    @Test
    void aShiftAtALocationNobodyKnowsIsRefused() {
        LocationId nowhere = new LocationId(new UUID(0, 1));

        refused(put(NONE, ALL, dayShift(nowhere, "09:00", "12:00")), "unknown-location", "shifts[0].locationId");
    }

    @Test
    void aShiftWhereTheTherapistIsNotEmployedIsRefused() {
        refused(
                put(NONE, Set.of(BERLIN), dayShift(POTSDAM, "09:00", "12:00")),
                "not-employed-there",
                "shifts[0].locationId");
    }

    @Test
    void twoShiftsAtOnceAreRefusedEvenAcrossTheSea() {
        refused(
                put(NONE, ALL, dayShift(BERLIN, "15:00", "20:00"), dayShift(NEW_YORK, "09:00", "12:00")),
                "shifts-overlap",
                "shifts[1]");
    }

    @Test
    void aShiftIntoTheNextDaysPatternIsRefused() {
        Timetable tuesdays = Timetable.of(weekly(A_MONDAY, shift(POTSDAM, TUESDAY, "05:00", "09:00")));

        refused(put(tuesdays, ALL, dayShift(BERLIN, "22:00", "06:00")), "shifts-overlap", "shifts[0]");
        assertThat(put(tuesdays, ALL, dayShift(BERLIN, "22:00", "05:00"))
                        .accepted()
                        .overrides())
                .containsKey(A_MONDAY);
    }

    @Test
    void thePatternOfTheDateDoesNotStandInTheWay() {
        Timetable mondays = Timetable.of(weekly(A_MONDAY, shift(POTSDAM, MONDAY, "09:00", "12:00")));

        assertThat(put(mondays, ALL, dayShift(BERLIN, "10:00", "13:00")).accepted())
                .isEqualTo(mondays.overridden(A_MONDAY, List.of(dayShift(BERLIN, "10:00", "13:00"))));
    }

    @Test
    void theWayBackToAPatternThatNowOverlapsIsRefused() {
        Timetable timetable = Timetable.of(weekly(
                        A_MONDAY.minusDays(7),
                        shift(BERLIN, SUNDAY, "22:00", "06:00"),
                        shift(BERLIN, MONDAY, "06:00", "08:00")))
                .overridden(A_MONDAY.minusDays(1), List.of())
                .overridden(A_MONDAY, List.of(dayShift(POTSDAM, "05:00", "07:00")));

        refused(
                NewOverride.lifted(A_MONDAY.minusDays(1), timetable, ALL, Places.ALL, A_MONDAY),
                "shifts-overlap",
                null);
    }

    @Test
    void aPatternThatMeetsAnOverrideIsRefused() {
        Timetable overridden = NONE.overridden(A_MONDAY, List.of(dayShift(BERLIN, "05:00", "07:00")));
        NewPattern nights = new NewPattern(
                weekly(A_MONDAY.minusDays(30), shift(POTSDAM, SUNDAY, "22:00", "06:00")),
                overridden,
                ALL,
                Places.ALL,
                any -> true,
                A_MONDAY);

        assertThat(catchThrowableOfType(Rejection.class, nights::accepted).code())
                .isEqualTo("shifts-overlap");
    }

    @Test
    void aDateFarAwayAndADateTooManyAreRefused() {
        refused(
                NewOverride.put(LocalDate.of(2100, 1, 1), List.of(), NONE, ALL, Places.ALL, A_MONDAY),
                "override-date-out-of-range",
                "date");
        TreeMap<LocalDate, List<DayShift>> all = new TreeMap<>();
        for (int day = 1; day <= OverrideRules.MOST_OVERRIDES; day++) {
            all.put(A_MONDAY.plusDays(day), List.of());
        }
        Timetable full = NONE.overridden(all);
        refused(put(full, ALL), "too-many-overrides", "date");
        NewOverride aDayLater = NewOverride.put(A_MONDAY, List.of(), full, ALL, Places.ALL, A_MONDAY.plusDays(1));
        assertThat(aDayLater.accepted().overrides())
                .as("what is over does not count")
                .hasSize(OverrideRules.MOST_OVERRIDES + 1);
    }

    @Test
    void aTimeOffLiesOnTheGridEndsAfterItStartsAndLastsAYearAtMost() {
        assertThat(timeOff("2027-02-01T09:01:00Z", "2027-02-01T10:00:00Z")).isEqualTo("time-off-off-grid");
        assertThat(timeOff("2027-02-01T09:00:00Z", "2027-02-01T09:00:00Z")).isEqualTo("range-empty");
        assertThat(timeOff("2027-02-01T09:00:00Z", "2028-02-02T09:05:00Z")).isEqualTo("time-off-too-long");
        assertThat(timeOff("1969-02-01T09:00:00Z", "2028-02-02T09:05:00Z")).isEqualTo("invalid-request");
        assertThat(Planned.TIME_OFF
                        .accepted(Instant.parse("2027-02-01T09:00:00Z"), Instant.parse("2028-02-02T09:00:00Z"))
                        .length())
                .hasDays(366);
    }

    private static String timeOff(String start, String end) {
        return catchThrowableOfType(
                        Rejection.class, () -> Planned.TIME_OFF.accepted(Instant.parse(start), Instant.parse(end)))
                .code();
    }

    private static NewOverride put(Timetable before, Set<LocationId> employedAt, DayShift... shifts) {
        return NewOverride.put(A_MONDAY, List.of(shifts), before, employedAt, Places.ALL, A_MONDAY);
    }

    private static void refused(NewOverride override, String code, @Nullable String field) {
        Rejection refusal = catchThrowableOfType(Rejection.class, override::accepted);
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.errors().stream().map(Fault::field).toList())
                .isEqualTo(field == null ? List.of() : List.of(field));
    }
}
