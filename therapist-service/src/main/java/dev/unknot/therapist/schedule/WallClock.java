package dev.unknot.therapist.schedule;

import dev.unknot.common.location.WeeklyHours;
import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clock on a clinic's wall. Work begins the first time it shows the start or later, and is over once it will never
 * again show a time before the end: what falls into an hour that is skipped is lost, an hour that is repeated is worked
 * twice.
 */
record WallClock(ZoneId zone) {

    /**
     * The hours of one day as instants.
     *
     * @param end not after {@code start}: on the next day
     * @return empty if the clock skips all of it
     */
    Optional<TimeRange> on(LocalDate day, LocalTime start, LocalTime end) {
        LocalDate lastDay = end.isAfter(start) ? day : day.plusDays(1);
        Instant from = firstAtOrAfter(day.atTime(start));
        Instant until = lastBefore(lastDay.atTime(end));
        return from.isBefore(until) ? Optional.of(new TimeRange(from, until)) : Optional.empty();
    }

    /** Every time the hours come around on a day in {@code [from, until)}, ascending. */
    Stream<TimeRange> every(WeeklyHours hours, LocalDate from, LocalDate until) {
        LocalDate first = from.with(TemporalAdjusters.nextOrSame(hours.day()));
        return Stream.iterate(first, day -> day.isBefore(until), day -> day.plusWeeks(1))
                .flatMap(day -> on(day, hours.start(), hours.end()).stream());
    }

    private Instant firstAtOrAfter(LocalDateTime time) {
        return instant(time, 0);
    }

    private Instant lastBefore(LocalDateTime time) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(time);
        boolean repetitionBeginsHere = transition != null
                && transition.isOverlap()
                && transition.getDateTimeAfter().equals(time);
        // Who leaves when the clock strikes two does not stay for the hour from two to three, though it comes twice.
        return instant(time, repetitionBeginsHere ? 0 : 1);
    }

    private Instant instant(LocalDateTime time, int occurrence) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        if (offsets.isEmpty()) {
            return rules.getTransition(time).getInstant();
        }
        return time.toInstant(offsets.get(Math.min(occurrence, offsets.size() - 1)));
    }
}
