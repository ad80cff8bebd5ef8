package dev.unknot.booking.availability;

import dev.unknot.common.time.Grid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;

/**
 * The days and hours that are preferred, as cells: a cell is among them when the clock on the wall is, so that what a clock
 * skips is not there and what it repeats is there twice.
 */
final class PreferredTime {

    private static final LocalHours ALL_DAY = new LocalHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private PreferredTime() {}

    /** With hours the session lies in them; with days alone it starts on them. */
    static void keep(Starts starts, ZoneId zone, Preferences preferences, int session) {
        if (preferences.anyTime()) {
            return;
        }
        int run = preferences.hours() == null ? 1 : session;
        long from = starts.firstCell();
        long to = from + (long) starts.words() * Long.SIZE + run;
        starts.keepRuns(cells(from, to, zone, preferences), 0, run);
    }

    private static Cells cells(long from, long to, ZoneId zone, Preferences preferences) {
        Cells.Builder cells = new Cells.Builder(from, to);
        for (long cell = from; cell < to; ) {
            Instant here = Grid.instant(cell);
            ZoneOffset offset = zone.getRules().getOffset(here);
            ZoneOffsetTransition change = zone.getRules().nextTransition(here);
            long end = change == null ? to : Math.min(to, CellTime.ceil(change.getInstant()));
            add(cells, cell, end, offset, preferences);
            cell = end;
        }
        return cells.build();
    }

    /** Between two changes of the clock. */
    private static void add(Cells.Builder cells, long from, long to, ZoneOffset offset, Preferences preferences) {
        LocalHours hours = preferences.hours() == null ? ALL_DAY : preferences.hours();
        LocalDate last = Grid.instant(to).atOffset(offset).toLocalDate();
        // The hours that began the day before may still last.
        LocalDate first = Grid.instant(from).atOffset(offset).toLocalDate().minusDays(1);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (preferences.weekdays().isEmpty() || preferences.weekdays().contains(day.getDayOfWeek())) {
                LocalDate end = hours.passMidnight() ? day.plusDays(1) : day;
                cells.add(
                        Math.max(from, CellTime.ceil(day.atTime(hours.from()).toInstant(offset))),
                        Math.min(to, Grid.cell(end.atTime(hours.to()).toInstant(offset))));
            }
        }
    }
}
