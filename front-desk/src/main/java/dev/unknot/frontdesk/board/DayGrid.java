package dev.unknot.frontdesk.board;

import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The rows of five minutes in which a day is drawn. They are rows of real time: a day of 23 or 25 hours has 276 or 300, and
 * only their labels come from the wall clock.
 *
 * @param shown from full hour to full hour, inside the local day
 */
record DayGrid(ZoneId zone, LocalDate date, TimeRange shown) {

    /** More rows than these no day has. */
    static final int MOST_ROWS = 300;

    private static final LocalTime QUIET_DAY_STARTS = LocalTime.of(9, 0);
    private static final LocalTime QUIET_DAY_ENDS = LocalTime.of(17, 0);

    /** From the first to the last hour in which something happens; office hours where nothing does. */
    static DayGrid around(ZoneId zone, LocalDate date, Collection<TimeRange> happening) {
        TimeRange day = day(zone, date);
        List<TimeRange> today = happening.stream().filter(day::overlaps).toList();
        Instant first = today.stream()
                .map(TimeRange::start)
                .min(Instant::compareTo)
                .orElseGet(() -> date.atTime(QUIET_DAY_STARTS).atZone(zone).toInstant());
        Instant last = today.stream()
                .map(TimeRange::end)
                .max(Instant::compareTo)
                .orElseGet(() -> date.atTime(QUIET_DAY_ENDS).atZone(zone).toInstant());
        return new DayGrid(
                zone,
                date,
                new TimeRange(later(day.start(), hourBefore(zone, first)), earlier(day.end(), hourAfter(zone, last))));
    }

    /** From local midnight to local midnight. */
    static TimeRange day(ZoneId zone, LocalDate date) {
        return new TimeRange(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    long firstCell() {
        return Grid.cell(shown.start());
    }

    public int rows() {
        return Math.toIntExact(Grid.cell(shown.end()) - firstCell());
    }

    boolean shows(TimeRange range) {
        return shown.overlaps(range);
    }

    /** Cut off where the sheet ends; at least one row. */
    Place place(TimeRange range) {
        int from = row(range.start());
        int to = row(range.end().plus(Grid.CELL).minusNanos(1));
        return new Place(from, Math.max(1, to - from));
    }

    /** The row in which {@code instant} lies, the nearest one if it lies outside. */
    int row(Instant instant) {
        return 1 + Math.clamp(Grid.cell(instant) - firstCell(), 0, rows());
    }

    /** Each full hour as the wall clock shows it: one is missing in spring, and one comes twice in autumn. */
    public List<HourMark> hours() {
        WallTime clock = new WallTime(zone);
        List<Integer> starts = new ArrayList<>();
        for (int row = 1; row <= rows(); row++) {
            if (at(row).atZone(zone).getMinute() == 0 || row == 1) {
                starts.add(row);
            }
        }
        List<HourMark> marks = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int row = starts.get(i);
            int end = i + 1 < starts.size() ? starts.get(i + 1) : rows() + 1;
            marks.add(new HourMark(new Place(row, end - row), clock.time(at(row))));
        }
        return marks;
    }

    private Instant at(int row) {
        return Grid.instant(firstCell() + row - 1);
    }

    private static Instant hourBefore(ZoneId zone, Instant instant) {
        return instant.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    private static Instant hourAfter(ZoneId zone, Instant instant) {
        ZonedDateTime hour = instant.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        return (hour.toInstant().equals(instant) ? hour : hour.plusHours(1)).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
