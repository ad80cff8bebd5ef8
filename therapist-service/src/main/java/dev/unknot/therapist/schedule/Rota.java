package dev.unknot.therapist.schedule;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.Shift;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A pattern: shifts that come round every so many weeks, from a date on. Week 1 is the week, from Monday, in which that date
 * lies.
 *
 * @param weeks 1 to 8; no shift is of a later week
 */
public record Rota(LocalDate validFrom, int weeks, List<Shift> shifts) {

    /** A shift in one of the weeks counted; its own week is 1. */
    record Dated(int week, Shift shift) {}

    public Rota {
        shifts = List.copyOf(shifts);
    }

    /** The same every week. */
    static Rota weekly(LocalDate validFrom, List<Shift> shifts) {
        return new Rota(validFrom, 1, shifts);
    }

    static Rota none(LocalDate validFrom) {
        return weekly(validFrom, List.of());
    }

    Rota at(Set<LocationId> places) {
        return new Rota(
                validFrom,
                weeks,
                shifts.stream()
                        .filter(shift -> places.contains(shift.locationId()))
                        .toList());
    }

    /** Every day in {@code [from, until)} on which the shift comes round, ascending; {@code from} is not before the date. */
    Stream<LocalDate> days(Shift shift, LocalDate from, LocalDate until) {
        LocalDate first =
                monday(validFrom).plusWeeks(shift.week() - 1L).with(TemporalAdjusters.nextOrSame(shift.day()));
        long cycle = 7L * weeks;
        long ahead = Math.floorMod(ChronoUnit.DAYS.between(from, first), cycle);
        return Stream.iterate(from.plusDays(ahead), day -> day.isBefore(until), day -> day.plusDays(cycle));
    }

    /** In which of so many weeks, the first of which begins on {@code monday}, the shift comes round. */
    Set<Dated> rounds(Shift shift, LocalDate monday, int many) {
        Shift anyWeek = shift.inWeek(1);
        return IntStream.range(0, many)
                .filter(week -> weekOn(monday.plusWeeks(week)) == shift.week())
                .mapToObj(week -> new Dated(week, anyWeek))
                .collect(toUnmodifiableSet());
    }

    Set<Dated> rounds(LocalDate monday, int many) {
        return shifts.stream()
                .flatMap(shift -> rounds(shift, monday, many).stream())
                .collect(toUnmodifiableSet());
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private int weekOn(LocalDate day) {
        return (int) Math.floorMod(ChronoUnit.WEEKS.between(monday(validFrom), monday(day)), (long) weeks) + 1;
    }
}
