package dev.unknot.therapist.schedule;

import dev.unknot.common.location.WeeklyHours;
import dev.unknot.common.therapist.PutOverride.DayShift;
import dev.unknot.common.therapist.Shift;
import dev.unknot.common.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The oracle: looks at a clock once a minute and writes down what it shows, days before and after the horizon. A minute
 * is inside the hours of a day when the clock has already shown their start, or a later time, and will yet show a time
 * before their end. Knows nothing of offsets.
 */
final class MinuteByMinute {

    private static final int MARGIN = 3 * 24 * 60;

    private final LocalDateTime[] shown;
    private final Instant first;
    private final TimeRange horizon;

    MinuteByMinute(ZoneId zone, TimeRange horizon) {
        this.horizon = horizon;
        this.first = horizon.start().minusSeconds(60L * MARGIN);
        this.shown = new LocalDateTime[(int) horizon.length().toMinutes() + 2 * MARGIN];
        for (int minute = 0; minute < shown.length; minute++) {
            shown[minute] = LocalDateTime.ofInstant(instant(minute), zone);
        }
    }

    TimeRange horizon() {
        return horizon;
    }

    List<TimeRange> open(Collection<WeeklyHours> week) {
        return runs(minutesOf(week));
    }

    List<TimeRange> worked(
            Rota rota,
            Map<LocalDate, List<DayShift>> overrides,
            Collection<WeeklyHours> opening,
            Collection<TimeRange> off) {
        BitSet worked = minutesOf(rota, overrides.keySet());
        overrides.forEach((date, instead) -> instead.forEach(shift -> mark(worked, date, shift.start(), shift.end())));
        worked.and(minutesOf(opening));
        for (int minute = worked.nextSetBit(0); minute >= 0; minute = worked.nextSetBit(minute + 1)) {
            Instant instant = instant(minute);
            if (off.stream().anyMatch(range -> range.contains(instant))) {
                worked.clear(minute);
            }
        }
        return runs(worked);
    }

    private BitSet minutesOf(Collection<WeeklyHours> week) {
        BitSet inside = new BitSet();
        LocalDate last = shown[shown.length - 1].toLocalDate();
        for (WeeklyHours hours : week) {
            for (LocalDate day = shown[0].toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
                if (day.getDayOfWeek() == hours.day()) {
                    mark(inside, day, hours.start(), hours.end());
                }
            }
        }
        return inside;
    }

    // Turns the leaves of a calendar from the first day on, and counts the weeks on the fingers.
    private BitSet minutesOf(Rota rota, Set<LocalDate> leftOut) {
        BitSet inside = new BitSet();
        LocalDate first = shown[0].toLocalDate();
        LocalDate last = shown[shown.length - 1].toLocalDate();
        int week = 1;
        for (LocalDate day = rota.validFrom(); !day.isAfter(last); day = day.plusDays(1)) {
            for (Shift shift : rota.shifts()) {
                if (!day.isBefore(first)
                        && shift.week() == week
                        && shift.day() == day.getDayOfWeek()
                        && !leftOut.contains(day)) {
                    mark(inside, day, shift.start(), shift.end());
                }
            }
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                week = week == rota.weeks() ? 1 : week + 1;
            }
        }
        return inside;
    }

    private void mark(BitSet inside, LocalDate day, LocalTime start, LocalTime end) {
        LocalDateTime from = day.atTime(start);
        LocalDateTime until = (end.isAfter(start) ? day : day.plusDays(1)).atTime(end);
        int begun = 0;
        while (begun < shown.length && shown[begun].isBefore(from)) {
            begun++;
        }
        int over = shown.length;
        while (over > 0 && !shown[over - 1].isBefore(until)) {
            over--;
        }
        if (begun < over) {
            inside.set(begun, over);
        }
    }

    private List<TimeRange> runs(BitSet inside) {
        inside.clear(0, MARGIN);
        inside.clear(shown.length - MARGIN, shown.length);
        List<TimeRange> runs = new ArrayList<>();
        int from = inside.nextSetBit(0);
        while (from >= 0) {
            int until = inside.nextClearBit(from);
            runs.add(new TimeRange(instant(from), instant(until)));
            from = inside.nextSetBit(until);
        }
        return runs;
    }

    private Instant instant(int minute) {
        return first.plusSeconds(60L * minute);
    }
}
