package dev.unknot.booking.series;

import dev.unknot.common.series.MonthWeek;
import dev.unknot.common.series.Recurrence;
import dev.unknot.common.series.Recurrence.Monthly;
import dev.unknot.common.series.Recurrence.Weekly;
import dev.unknot.common.time.Era;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The days of a recurrence, on the calendar alone. */
final class OccurrenceDates {

    private OccurrenceDates() {}

    /**
     * Ascending, {@code first} the first of them, as many as the recurrence says.
     *
     * @throws dev.unknot.platform.problem.Rejection where it says nothing, or not in bounds
     */
    static List<LocalDate> of(Recurrence recurrence, LocalDate first) {
        requireInEra(first, "firstDate");
        Integer count = recurrence.count();
        LocalDate until = recurrence.until();
        if ((count == null) == (until == null)) {
            throw SeriesRefusals.unclear("A series ends either after a count or on a date.", "recurrence.count");
        }
        // One more than there may be, to see that there are too many.
        List<LocalDate> dates = endless(recurrence, first)
                .dropWhile(date -> date.isBefore(first))
                .limit(count == null ? Recurrence.MOST + 1 : count)
                .takeWhile(until == null ? always -> true : notAfter(until))
                .toList();
        if (!dates.isEmpty() && !dates.getFirst().equals(first)) {
            throw SeriesRefusals.firstDateElsewhere();
        }
        if (dates.size() < 2) {
            throw SeriesRefusals.tooShort();
        }
        if (dates.size() > Recurrence.MOST) {
            throw SeriesRefusals.tooLong();
        }
        return dates;
    }

    private static Predicate<LocalDate> notAfter(LocalDate until) {
        requireInEra(until, "recurrence.until");
        return date -> !date.isAfter(until);
    }

    private static void requireInEra(LocalDate date, String field) {
        if (!Era.includes(date)) {
            throw SeriesRefusals.dateOutOfEra(field);
        }
    }

    private static Stream<LocalDate> endless(Recurrence recurrence, LocalDate first) {
        Weekly weekly = recurrence.weekly();
        Monthly monthly = recurrence.monthly();
        if (weekly != null && monthly == null) {
            return inWeeks(weekly, first);
        }
        if (weekly == null && monthly != null) {
            return inMonths(monthly, YearMonth.from(first));
        }
        throw SeriesRefusals.unclear("A series is either weekly or monthly.", "recurrence.weekly");
    }

    private static Stream<LocalDate> inWeeks(Weekly weekly, LocalDate first) {
        List<DayOfWeek> days = weekly.on().stream().sorted().toList();
        LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(monday, week -> week.plusWeeks(weekly.every()))
                .flatMap(week -> days.stream().map(day -> week.with(TemporalAdjusters.nextOrSame(day))));
    }

    private static Stream<LocalDate> inMonths(Monthly monthly, YearMonth first) {
        return Stream.iterate(first, month -> month.plusMonths(monthly.every()))
                .map(month -> month.atDay(1).with(chosen(monthly)));
    }

    private static TemporalAdjuster chosen(Monthly monthly) {
        return monthly.week() == MonthWeek.LAST
                ? TemporalAdjusters.lastInMonth(monthly.on())
                : TemporalAdjusters.dayOfWeekInMonth(monthly.week().ordinal() + 1, monthly.on());
    }
}
