package dev.unknot.therapist.schedule;

import static dev.unknot.therapist.schedule.Places.BERLIN;
import static dev.unknot.therapist.schedule.Places.NEW_YORK;
import static dev.unknot.therapist.schedule.Places.POTSDAM;
import static dev.unknot.therapist.schedule.Places.shift;
import static dev.unknot.therapist.schedule.Places.weekly;
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
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PatternRulesTest {

    private static final LocalDate VALID_FROM = LocalDate.of(2027, 2, 1);
    private static final LocalDate TODAY = VALID_FROM.minusDays(10);
    private static final Timetable NONE = Timetable.NONE;
    private static final Set<LocationId> ALL = Set.of(BERLIN, POTSDAM, NEW_YORK);
    private static final Shift MORNING = shift(BERLIN, MONDAY, "09:00", "12:00");

    @Test
    void aShiftOffTheGridIsRefused() {
        refused("shift-off-grid", "shifts[1]", MORNING, shift(BERLIN, TUESDAY, "09:02", "12:00"));
        refused("shift-off-grid", "shifts[0]", shift(BERLIN, MONDAY, "09:00", "12:00:05"));
        refused("shift-empty", "shifts[1]", MORNING, shift(BERLIN, TUESDAY, "09:00", "09:00"));
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
        Timetable soonReplaced = NONE.with(weekly(VALID_FROM.plusDays(2)));

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
        Timetable nights = NONE.with(weekly(VALID_FROM.minusWeeks(4), shift(BERLIN, SUNDAY, "22:00", "06:00")));

        assertThat(refusal(pattern(nights, ALL, any -> true, shift(POTSDAM, MONDAY, "05:00", "09:00")))
                        .code())
                .isEqualTo("shifts-overlap");
    }

    @Test
    void aNightShiftEndsBeforeThePatternAfterBeginsEvenInThreeYears() {
        Timetable later = NONE.with(weekly(LocalDate.of(2030, 1, 31), shift(POTSDAM, THURSDAY, "05:00", "09:00")));

        assertThat(refusal(pattern(later, ALL, any -> true, shift(BERLIN, WEDNESDAY, "22:00", "06:00")))
                        .code())
                .isEqualTo("shifts-overlap");
    }

    @Test
    void aManagerLeavesTheShiftsElsewhereAsTheyAre() {
        Shift elsewhere = shift(NEW_YORK, TUESDAY, "09:00", "12:00");
        Timetable before = NONE.with(weekly(VALID_FROM.minusWeeks(4), elsewhere));
        Predicate<LocationId> berlinOnly = BERLIN::equals;

        assertThat(pattern(before, ALL, berlinOnly, MORNING, elsewhere)
                        .accepted()
                        .inForceOn(VALID_FROM))
                .contains(weekly(VALID_FROM, MORNING, elsewhere));
        assertThat(refusal(pattern(before, ALL, berlinOnly, MORNING)).code()).isEqualTo("location-not-yours");
        assertThat(refusal(pattern(
                                before, ALL, berlinOnly, MORNING, elsewhere, shift(NEW_YORK, MONDAY, "17:00", "18:00")))
                        .errors())
                .extracting(Fault::field)
                .containsExactly("shifts[2].locationId");
    }

    @Test
    void aPatternOutsideTheCalendarIsRefused() {
        NewPattern medieval =
                new NewPattern(weekly(LocalDate.of(999, 1, 1)), NONE, ALL, Places.ALL, any -> true, TODAY);

        assertThat(refusal(medieval).code()).isEqualTo("valid-from-out-of-range");
    }

    @Test
    void onePatternTooManyIsRefused() {
        Timetable full = NONE;
        for (int week = 1; week <= PatternRules.MOST_PATTERNS; week++) {
            full = full.with(weekly(VALID_FROM.plusWeeks(week)));
        }

        Rejection refused = refusal(pattern(full, ALL, any -> true));
        assertThat(refused.code()).isEqualTo("too-many-patterns");
        assertThat(refused.errors()).extracting(Fault::field).containsExactly("validFrom");
    }

    @Test
    void patternsThatAreOverDoNotCount() {
        Timetable worked = NONE;
        for (int week = 1; week <= PatternRules.MOST_PATTERNS; week++) {
            worked = worked.with(weekly(TODAY.minusWeeks(week)));
        }

        assertThat(pattern(worked, ALL, any -> true, MORNING).accepted().patterns())
                .hasSize(PatternRules.MOST_PATTERNS + 1);
    }

    @Test
    void aShiftBeyondTheWeeksOfTheRotaIsRefused() {
        Rejection refusal = refusal(rota(NONE, any -> true, 2, MORNING, MORNING.inWeek(3)));

        assertThat(refusal.code()).isEqualTo("week-beyond-rota");
        assertThat(refusal.errors()).extracting(Fault::field).containsExactly("shifts[1].week");
    }

    @Test
    void shiftsOfDifferentWeeksDoNotOverlapThoseOfOneWeekDo() {
        Shift overlapping = shift(POTSDAM, MONDAY, "11:00", "13:00");

        assertThat(rota(NONE, any -> true, 2, MORNING, overlapping.inWeek(2))
                        .accepted()
                        .patterns())
                .hasSize(1);
        assertThat(refusal(rota(NONE, any -> true, 2, MORNING.inWeek(2), overlapping.inWeek(2)))
                        .code())
                .isEqualTo("shifts-overlap");
    }

    @Test
    void theNightAfterTheLastWeekMeetsTheFirst() {
        Shift night = shift(BERLIN, SUNDAY, "22:00", "06:00");
        Shift early = shift(BERLIN, MONDAY, "05:00", "09:00");

        assertThat(rota(NONE, any -> true, 3, early, night.inWeek(1)).accepted().patterns())
                .hasSize(1);
        assertThat(refusal(rota(NONE, any -> true, 3, early, night.inWeek(3))).errors())
                .extracting(Fault::field)
                .containsExactly("shifts[0]");
    }

    @Test
    void aRotaThatOverlapsOnlyInAnotherYearsWeekBetweenTheChangesOfTheClocksIsRefused() {
        // In 2027 the weeks between the changes of March are of both kinds; in week 2 of autumn it takes years.
        assertThat(refusal(rota(
                                NONE,
                                any -> true,
                                8,
                                shift(BERLIN, 5, MONDAY, "09:00", "15:00"),
                                shift(NEW_YORK, 5, MONDAY, "09:00", "10:00")))
                        .code())
                .isEqualTo("shifts-overlap");
    }

    @Test
    void aManagerLeavesTheDatesElsewhereAsTheyAreWhateverTheWeeks() {
        Shift elsewhere = shift(NEW_YORK, TUESDAY, "09:00", "12:00");
        Timetable fortnightly = NONE.with(new Rota(VALID_FROM.minusWeeks(3), 2, List.of(elsewhere.inWeek(2))));
        Predicate<LocationId> berlinOnly = BERLIN::equals;

        assertThat(rota(fortnightly, berlinOnly, 4, MORNING, elsewhere.inWeek(1), elsewhere.inWeek(3))
                        .accepted()
                        .patterns())
                .hasSize(2);
        assertThat(refusal(rota(fortnightly, berlinOnly, 4, MORNING, elsewhere.inWeek(1)))
                        .errors())
                .extracting(Fault::field)
                .containsExactly("shifts");
        assertThat(refusal(rota(fortnightly, berlinOnly, 2, MORNING, elsewhere.inWeek(2)))
                        .errors())
                .extracting(Fault::field)
                .containsExactly("shifts[1].locationId");
        assertThat(refusal(rota(fortnightly, berlinOnly, 1, elsewhere)).code()).isEqualTo("location-not-yours");
    }

    @Test
    void aPatternToComeCanBeWithdrawnAndOneThatHasBegunStays() {
        Timetable timetable = NONE.with(weekly(TODAY, MORNING)).with(weekly(TODAY.plusDays(1)));

        assertThat(withdrawn(timetable, TODAY.plusDays(1), any -> true).accepted())
                .isEqualTo(Timetable.of(weekly(TODAY, MORNING)));
        assertThat(refusal(withdrawn(timetable, TODAY, any -> true)).code()).isEqualTo("pattern-begun");
        assertThat(refusal(withdrawn(timetable, TODAY.plusDays(2), any -> true)).code())
                .isEqualTo("unknown-pattern");
    }

    @Test
    void aPatternStaysWhoseWithdrawalWouldMakeShiftsOverlap() {
        Timetable timetable = NONE.with(weekly(TODAY.minusWeeks(1), shift(BERLIN, SUNDAY, "22:00", "06:00")))
                .with(weekly(VALID_FROM.minusWeeks(1)))
                .with(weekly(VALID_FROM, shift(POTSDAM, MONDAY, "05:00", "09:00")));

        assertThat(refusal(withdrawn(timetable, VALID_FROM.minusWeeks(1), any -> true))
                        .code())
                .isEqualTo("shifts-overlap");
    }

    @Test
    void aManagerWithdrawsNoPatternThatChangesWhatIsElsewhere() {
        Shift elsewhere = shift(NEW_YORK, TUESDAY, "09:00", "12:00");
        Timetable timetable = NONE.with(weekly(TODAY, MORNING, elsewhere))
                .with(weekly(VALID_FROM, elsewhere))
                .with(weekly(VALID_FROM.plusWeeks(2), MORNING));

        assertThat(withdrawn(timetable, VALID_FROM, BERLIN::equals).accepted().patterns())
                .hasSize(2);
        Rejection refusal = refusal(withdrawn(timetable, VALID_FROM.plusWeeks(2), BERLIN::equals));
        assertThat(refusal.code()).isEqualTo("location-not-yours");
        assertThat(refusal.errors()).isEmpty();
    }

    private static void accepted(Shift... shifts) {
        assertThat(pattern(NONE, ALL, any -> true, shifts).accepted().inForceOn(VALID_FROM))
                .contains(weekly(VALID_FROM, shifts));
    }

    private static void refused(String code, String field, Shift... shifts) {
        Rejection refusal = refusal(pattern(NONE, ALL, any -> true, shifts));

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.errors()).extracting(Fault::field).containsExactly(field);
    }

    private static NewPattern pattern(
            Timetable timetable, Set<LocationId> employedAt, Predicate<LocationId> mayChange, Shift... shifts) {
        return new NewPattern(weekly(VALID_FROM, shifts), timetable, employedAt, Places.ALL, mayChange, TODAY);
    }

    private static NewPattern rota(Timetable timetable, Predicate<LocationId> mayChange, int weeks, Shift... shifts) {
        return new NewPattern(
                new Rota(VALID_FROM, weeks, List.of(shifts)), timetable, ALL, Places.ALL, mayChange, TODAY);
    }

    private static WithdrawnPattern withdrawn(
            Timetable timetable, LocalDate validFrom, Predicate<LocationId> mayChange) {
        return new WithdrawnPattern(validFrom, timetable, ALL, Places.ALL, mayChange, TODAY);
    }

    private static Rejection refusal(WithdrawnPattern pattern) {
        Rejection refusal = catchThrowableOfType(Rejection.class, pattern::accepted);
        assertThat(refusal).as("the pattern stays").isNotNull();
        return refusal;
    }

    private static Rejection refusal(NewPattern pattern) {
        Rejection refusal = catchThrowableOfType(Rejection.class, pattern::accepted);
        assertThat(refusal).as("the pattern is refused").isNotNull();
        return refusal;
    }
}
