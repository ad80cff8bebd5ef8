package dev.unknot.frontdesk.board;

import dev.unknot.common.location.WeeklyHours;
import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a location is open: its weekly hours without its closures.
 *
 * @param hours empty: nobody has said
 */
record Opening(ZoneId zone, List<WeeklyHours> hours, List<TimeRange> closures) {

    /** As far as anybody looks ahead. */
    static final int MOST_DAYS = 92;

    /** Whether it does not open on that date, as far as anybody has said. */
    boolean closedOn(LocalDate date) {
        return !hours.isEmpty() && opens(date).isEmpty();
    }

    /** The first opening after that date; empty: none within {@value #MOST_DAYS} days. */
    Optional<Instant> next(LocalDate date) {
        return Stream.iterate(date.plusDays(1), day -> day.plusDays(1))
                .limit(MOST_DAYS)
                .flatMap(day -> opens(day).stream())
                .findFirst();
    }

    private Optional<Instant> opens(LocalDate date) {
        List<TimeRange> open = hours.stream()
                .filter(hours -> hours.day() == date.getDayOfWeek())
                .map(hours -> range(date, hours))
                .filter(range -> range.start().isBefore(range.end()))
                .toList();
        return FreeTime.without(open, closures).stream().map(TimeRange::start).min(Instant::compareTo);
    }

    /** An end not after the start lies on the next day. */
    private TimeRange range(LocalDate date, WeeklyHours hours) {
        LocalDate last = hours.end().isAfter(hours.start()) ? date : date.plusDays(1);
        return new TimeRange(
                date.atTime(hours.start()).atZone(zone).toInstant(),
                last.atTime(hours.end()).atZone(zone).toInstant());
    }
}
