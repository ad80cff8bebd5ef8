package dev.unknot.therapist.schedule;

import static dev.unknot.therapist.schedule.Places.BERLIN;
import static dev.unknot.therapist.schedule.Places.NEW_YORK;
import static dev.unknot.therapist.schedule.Places.POTSDAM;
import static dev.unknot.therapist.schedule.Places.shift;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.Shift;
import dev.unknot.platform.problem.Fault;
import dev.unknot.platform.problem.Rejection;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PatternRulesTest {

    private static final LocalDate VALID_FROM = LocalDate.of(2027, 2, 1);
    private static final Timetable NONE = new Timetable(new TreeMap<>());
    private static final Set<LocationId> ALL = Set.of(BERLIN, POTSDAM, NEW_YORK);
    private static final Shift MORNING = shift(BERLIN, MONDAY, "09:00", "12:00");

    @Test
    void aShiftOffTheGridIsRefused() {
        refused("shift-off-grid", "shifts[1]", MORNING, shift(BERLIN, TUESDAY, "09:02", "12:00"));
        refused("shift-off-grid", "shifts[0]", shift(BERLIN, MONDAY, "09:00", "12:00:05"));
    }

    @Test
    void aShiftAtALocationNobodyKnowsIsRefused() {
        LocationId nowhere = new LocationId(new UUID(0, 1));

        refused("unknown-location", "shifts[0].locationId", shift(nowhere, MONDAY, "09:00", "12:00"));
    }

    @Test
    void aShiftWhereTheTherapistIsNotEmployedIsRefused() {
        NewPattern inPotsdam = pattern(NONE, Set.of(BERLIN), any -> true, shift(POTSDAM, MONDAY, "09:00", "12:00"));

        assertThat(refusal(inPotsdam).code()).isEqualTo("not-employed-there");
    }

    @Test
    void shiftsThatMeetWithoutOverlappingAreAccepted() {
        accepted(MORNING, shift(POTSDAM, MONDAY, "12:00", "15:00"));
        accepted(shift(BERLIN, SUNDAY, "22:00", "06:00"), shift(BERLIN, MONDAY, "06:00", "07:00"));
    }

    @Test
    void shiftsThatOverlapAreRefused() {
        refused("shifts-overlap", "shifts[1]", MORNING, shift(BERLIN, MONDAY, "11:55", "15:00"));
        refused("shifts-overlap", "shifts[1]", MORNING, shift(POTSDAM, MONDAY, "10:00", "11:00"));
    }

    @Test
    void theSameShiftTwiceIsRefused() {
        refused("shifts-overlap", "shifts[1]", MORNING, MORNING);
    }

    @Test
    void aNightShiftOnSundayThatReachesIntoMondaysIsRefused() {
        refused(
                "shifts-overlap",
                "shifts[0]",
                shift(BERLIN, MONDAY, "05:00", "09:00"),
                shift(BERLIN, SUNDAY, "22:00", "06:00"));
    }

    @Test
    void shiftsInTwoZonesAreJudgedByTheInstant() {
        accepted(shift(BERLIN, MONDAY, "09:00", "14:00"), shift(NEW_YORK, MONDAY, "09:00", "12:00"));
        refused(
                "shifts-overlap",
                "shifts[1]",
                shift(BERLIN, MONDAY, "09:00", "16:00"),
                shift(NEW_YORK, MONDAY, "09:00", "12:00"));
    }

    @Test
    void shiftsInTwoZonesThatOverlapOnlyBetweenTheTwoChangesOfTheClocksAreRefused() {
        // 09:00 in New York is 15:00 in Berlin, but 14:00 for some weeks in March and one in autumn.
        refused(
                "shifts-overlap",
                "shifts[1]",
                shift(BERLIN, MONDAY, "09:00", "15:00"),
                shift(NEW_YORK, MONDAY, "09:00", "10:00"));
    }

    @Test
    void aWeekThatIsReplacedBeforeItOverlapsIsJudgedAllTheSame() {
        Timetable soonReplaced = NONE.with(VALID_FROM.plusDays(2), List.of());

        assertThat(refusal(pattern(
                                soonReplaced,
                                ALL,
                                any -> true,
                                shift(BERLIN, SATURDAY, "09:00", "12:00"),
                                shift(BERLIN, SATURDAY, "10:00", "11:00")))
                        .code())
                .isEqualTo("shifts-overlap");
    }

    @Test
    void aNightShiftOfThePatternBeforeEndsBeforeTheNewOneBegins() {
        Timetable nights = NONE.with(VALID_FROM.minusWeeks(4), List.of(shift(BERLIN, SUNDAY, "22:00", "06:00")));

        assertThat(refusal(pattern(nights, ALL, any -> true, shift(POTSDAM, MONDAY, "05:00", "09:00")))
                        .code())
                .isEqualTo("shifts-overlap");
    }

    @Test
    void aNightShiftEndsBeforeThePatternAfterBeginsEvenInThreeYears() {
        Timetable later = NONE.with(LocalDate.of(2030, 1, 31), List.of(shift(POTSDAM, THURSDAY, "05:00", "09:00")));

        assertThat(refusal(pattern(later, ALL, any -> true, shift(BERLIN, WEDNESDAY, "22:00", "06:00")))
                        .code())
                .isEqualTo("shifts-overlap");
    }

    @Test
    void aManagerLeavesTheShiftsElsewhereAsTheyAre() {
        Shift elsewhere = shift(NEW_YORK, TUESDAY, "09:00", "12:00");
        Timetable before = NONE.with(VALID_FROM.minusWeeks(4), List.of(elsewhere));
        Predicate<LocationId> berlinOnly = BERLIN::equals;

        assertThat(pattern(before, ALL, berlinOnly, MORNING, elsewhere)
                        .accepted()
                        .inForceOn(VALID_FROM))
                .containsExactly(MORNING, elsewhere);
        assertThat(refusal(pattern(before, ALL, berlinOnly, MORNING)).code()).isEqualTo("location-not-yours");
        assertThat(refusal(pattern(
                                before, ALL, berlinOnly, MORNING, elsewhere, shift(NEW_YORK, MONDAY, "17:00", "18:00")))
                        .errors())
                .extracting(Fault::field)
                .containsExactly("shifts[2].locationId");
    }

    @Test
    void aPatternOutsideTheCalendarIsRefused() {
        NewPattern medieval = new NewPattern(LocalDate.of(999, 1, 1), List.of(), NONE, ALL, Places.ALL, any -> true);

        assertThat(refusal(medieval).code()).isEqualTo("valid-from-out-of-range");
    }

    @Test
    void onePatternTooManyIsRefused() {
        Timetable full = NONE;
        for (int week = 1; week <= PatternRules.MOST_PATTERNS; week++) {
            full = full.with(VALID_FROM.plusWeeks(week), List.of());
        }

        assertThat(refusal(pattern(full, ALL, any -> true)).code()).isEqualTo("too-many-patterns");
    }

    private static void accepted(Shift... shifts) {
        assertThat(pattern(NONE, ALL, any -> true, shifts).accepted().inForceOn(VALID_FROM))
                .containsExactly(shifts);
    }

    private static void refused(String code, String field, Shift... shifts) {
        Rejection refusal = refusal(pattern(NONE, ALL, any -> true, shifts));

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.errors()).extracting(Fault::field).containsExactly(field);
    }

    private static NewPattern pattern(
            Timetable timetable, Set<LocationId> employedAt, Predicate<LocationId> mayChange, Shift... shifts) {
        return new NewPattern(VALID_FROM, List.of(shifts), timetable, employedAt, Places.ALL, mayChange);
    }

    private static Rejection refusal(NewPattern pattern) {
        Rejection refusal = catchThrowableOfType(Rejection.class, pattern::accepted);
        assertThat(refusal).as("the pattern is refused").isNotNull();
        return refusal;
    }
}
