package dev.unknot.booking.series;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unknot.common.series.MonthWeek;
import dev.unknot.common.series.Recurrence;
import dev.unknot.common.series.Recurrence.Monthly;
import dev.unknot.common.series.Recurrence.Weekly;
import dev.unknot.platform.problem.Rejection;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OccurrenceDatesTest {

    @Test
    void eachWeekIsSevenDaysOnWhateverTheMonth() {
        assertThat(OccurrenceDates.of(weekly(1, TUESDAY, 4), LocalDate.parse("2028-02-15")))
                .containsExactlyElementsOf(dates("2028-02-15", "2028-02-22", "2028-02-29", "2028-03-07"));
    }

    @Test
    void severalWeekdaysComeInTheirOrderFromTheFirstDateOn() {
        Recurrence recurrence = new Recurrence(new Weekly(1, Set.of(FRIDAY, MONDAY, THURSDAY)), null, 5, null);

        assertThat(OccurrenceDates.of(recurrence, LocalDate.parse("2027-01-07")))
                .containsExactlyElementsOf(dates("2027-01-07", "2027-01-08", "2027-01-11", "2027-01-14", "2027-01-15"));
    }

    @Test
    void everySecondWeekIsCountedFromTheWeekOfTheFirstDateWhichBeginsOnMonday() {
        Recurrence recurrence = new Recurrence(new Weekly(2, Set.of(MONDAY, SUNDAY)), null, 4, null);

        assertThat(OccurrenceDates.of(recurrence, LocalDate.parse("2027-01-03")))
                .containsExactlyElementsOf(dates("2027-01-03", "2027-01-11", "2027-01-17", "2027-01-25"));
    }

    @Test
    void theNthWeekdayIsWhereTheMonthHasIt() {
        assertThat(OccurrenceDates.of(monthly(1, MonthWeek.FIRST, FRIDAY, 3), LocalDate.parse("2027-01-01")))
                .containsExactlyElementsOf(dates("2027-01-01", "2027-02-05", "2027-03-05"));
        assertThat(OccurrenceDates.of(monthly(1, MonthWeek.FOURTH, SUNDAY, 3), LocalDate.parse("2027-02-28")))
                .containsExactlyElementsOf(dates("2027-02-28", "2027-03-28", "2027-04-25"));
    }

    @Test
    void theLastWeekdayIsTheFifthWhereThereIsOne() {
        assertThat(OccurrenceDates.of(monthly(1, MonthWeek.LAST, MONDAY, 4), LocalDate.parse("2027-03-29")))
                .containsExactlyElementsOf(dates("2027-03-29", "2027-04-26", "2027-05-31", "2027-06-28"));
    }

    @Test
    void monthsAreLeftOutOverTheTurnOfTheYear() {
        assertThat(OccurrenceDates.of(monthly(5, MonthWeek.SECOND, TUESDAY, 3), LocalDate.parse("2026-11-10")))
                .containsExactlyElementsOf(dates("2026-11-10", "2027-04-13", "2027-09-14"));
    }

    @Test
    void theDateOnWhichItEndsIsStillOne() {
        LocalDate first = LocalDate.parse("2027-01-05");

        assertThat(OccurrenceDates.of(until(TUESDAY, "2027-01-19"), first)).hasSize(3);
        assertThat(OccurrenceDates.of(until(TUESDAY, "2027-01-18"), first)).hasSize(2);
        assertThat(OccurrenceDates.of(until(TUESDAY, "2027-12-28"), first)).hasSize(52);
    }

    @Test
    void whatSaysTooLittleOrTooMuchIsRefused() {
        LocalDate tuesday = LocalDate.parse("2027-01-05");
        Weekly weekly = new Weekly(1, Set.of(TUESDAY));
        Monthly monthly = new Monthly(1, MonthWeek.FIRST, TUESDAY);

        assertThat(refusal(new Recurrence(null, null, 5, null), tuesday)).isEqualTo("recurrence-unclear");
        assertThat(refusal(new Recurrence(weekly, monthly, 5, null), tuesday)).isEqualTo("recurrence-unclear");
        assertThat(refusal(new Recurrence(weekly, null, null, null), tuesday)).isEqualTo("recurrence-unclear");
        assertThat(refusal(new Recurrence(weekly, null, 5, tuesday.plusYears(1)), tuesday))
                .isEqualTo("recurrence-unclear");
        assertThat(refusal(until(TUESDAY, "2027-01-11"), tuesday)).isEqualTo("series-too-short");
        assertThat(refusal(until(TUESDAY, "2026-01-11"), tuesday)).isEqualTo("series-too-short");
        assertThat(refusal(until(TUESDAY, "2028-01-04"), tuesday)).isEqualTo("series-too-long");
        assertThat(refusal(until(TUESDAY, "2200-01-01"), tuesday)).isEqualTo("series-date-out-of-range");
        assertThat(refusal(weekly(1, TUESDAY, 2), LocalDate.MAX)).isEqualTo("series-date-out-of-range");
    }

    @Test
    void theFirstDateIsOneOfItsDays() {
        LocalDate wednesday = LocalDate.parse("2027-01-06");

        assertThat(refusal(weekly(1, TUESDAY, 3), wednesday)).isEqualTo("first-date-off-recurrence");
        assertThat(refusal(monthly(1, MonthWeek.SECOND, TUESDAY, 3), LocalDate.parse("2027-01-05")))
                .isEqualTo("first-date-off-recurrence");
        assertThat(refusal(monthly(1, MonthWeek.LAST, TUESDAY, 3), LocalDate.parse("2027-03-23")))
                .isEqualTo("first-date-off-recurrence");
    }

    private static Recurrence weekly(int every, DayOfWeek day, int count) {
        return new Recurrence(new Weekly(every, Set.of(day)), null, count, null);
    }

    private static Recurrence until(DayOfWeek day, String until) {
        return new Recurrence(new Weekly(1, Set.of(day)), null, null, LocalDate.parse(until));
    }

    private static Recurrence monthly(int every, MonthWeek week, DayOfWeek day, int count) {
        return new Recurrence(null, new Monthly(every, week, day), count, null);
    }

    private static List<LocalDate> dates(String... dates) {
        return Stream.of(dates).map(LocalDate::parse).toList();
    }

    private static @Nullable String refusal(Recurrence recurrence, LocalDate first) {
        Rejection refusal = catchThrowableOfType(Rejection.class, () -> OccurrenceDates.of(recurrence, first));
        return refusal == null ? null : refusal.code();
    }
}
