package dev.unknot.booking.availability;

import dev.unknot.common.time.Grid;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** At most so many sessions of one person in a day or week of a location, wherever they are: each counts where it starts. */
enum Limit {
    DAY {
        @Override
        LocalDate first(LocalDate day) {
            return day;
        }

        @Override
        LocalDate next(LocalDate first) {
            return first.plusDays(1);
        }
    },
    WEEK {
        @Override
        LocalDate first(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        LocalDate next(LocalDate first) {
            return first.plusWeeks(1);
        }
    };

    /** Of the period that the day is in. */
    abstract LocalDate first(LocalDate day);

    /** Of the period after. */
    abstract LocalDate next(LocalDate first);

    /**
     * Removes the starts of each period that is full.
     *
     * @param most null: any number
     */
    void keep(Starts starts, Taken others, Instant now, ZoneId zone, @Nullable Integer most) {
        if (most == null || starts.isEmpty()) {
            return;
        }
        LocalDate from = first(day(starts.firstCell(), zone));
        LocalDate to = next(first(day(starts.firstCell() + (long) starts.words() * Long.SIZE - 1, zone)));
        Map<LocalDate, Integer> sessions = new HashMap<>();
        // What starts before the first period may reach into it, and is told too.
        others.forEach(cell(from, zone), cell(to, zone), now, stretch -> {
            if (stretch.by().hasSession()) {
                sessions.merge(first(day(stretch.by().start(), zone)), 1, Integer::sum);
            }
        });
        for (LocalDate period = from; period.isBefore(to); period = next(period)) {
            if (sessions.getOrDefault(period, 0) >= most) {
                starts.remove(cell(period, zone), cell(next(period), zone));
            }
        }
    }

    private static LocalDate day(long cell, ZoneId zone) {
        return Grid.instant(cell).atZone(zone).toLocalDate();
    }

    private static long cell(LocalDate day, ZoneId zone) {
        return CellTime.ceil(day.atStartOfDay(zone).toInstant());
    }
}
