package dev.unknot.oracle;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All other sessions of a therapist or client, for the rules that look further than the minutes of one session. */
record Diary(List<Entry> entries) {

    /**
     * One of them.
     *
     * @param where null: nowhere in particular
     * @param from since when they are taken, preparation included
     * @param to until when, rest included
     */
    record Entry(@Nullable Location where, Instant start, Instant from, Instant to) {}

    long onDayOf(Instant start, ZoneId zone) {
        return entries.stream()
                .filter(entry -> day(entry.start(), zone).equals(day(start, zone)))
                .count();
    }

    long inWeekOf(Instant start, ZoneId zone) {
        return entries.stream()
                .filter(entry -> monday(entry.start(), zone).equals(monday(start, zone)))
                .count();
    }

    /** Whether who is taken here in {@code [from, to)} has the time to come from, and go to, all of them. */
    boolean leavesTimeToTravel(Location here, Instant from, Instant to) {
        return entries.stream().allMatch(entry -> {
            Duration way = way(here, entry.where());
            return way.isZero()
                    || !to.plus(way).isAfter(entry.from())
                    || !entry.to().plus(way).isAfter(from);
        });
    }

    /** None within a location, and none where nobody knows where it is. */
    private static Duration way(Location here, @Nullable Location there) {
        if (there == null || there.id().equals(here.id()) || here.spot() == null || there.spot() == null) {
            return Duration.ZERO;
        }
        return Duration.ofMinutes(here.spot().minutesTo(there.spot()));
    }

    private static LocalDate monday(Instant instant, ZoneId zone) {
        LocalDate day = day(instant, zone);
        return day.minusDays(day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue());
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }
}
