package dev.unknot.notification.policy;

import dev.unknot.common.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hours in which nobody is to be reminded, on the wall clock of a location. They begin when it first shows
 * {@code from} and end when it will not show a time before {@code until} again: an hour that comes twice is quiet twice.
 *
 * @param until not after {@code from}: on the next day; equal: there are none
 */
public record QuietHours(LocalTime from, LocalTime until) {
    /** What was to go out in quiet hours goes out this long before: time to send many, and to try again. */
    private static final Duration AHEAD = Duration.ofMinutes(15);

    /** At most, so that moving ahead of one night never ends in the night before. */
    static final Duration LONGEST = Duration.ofHours(20);

    /** The quiet hours that {@code instant} lies in. */
    public Optional<TimeRange> around(Instant instant, ZoneId zone) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        return Stream.of(day.minusDays(1), day)
                .flatMap(evening -> on(evening, zone).stream())
                .filter(quiet -> quiet.contains(instant))
                .findFirst();
    }

    /** The instant itself, or one shortly before the quiet hours that it lies in. */
    public Instant before(Instant instant, ZoneId zone) {
        return around(instant, zone).map(quiet -> quiet.start().minus(AHEAD)).orElse(instant);
    }

    Duration length() {
        Duration sameDay = Duration.between(from, until);
        return sameDay.isNegative() ? sameDay.plusDays(1) : sameDay;
    }

    private Optional<TimeRange> on(LocalDate day, ZoneId zone) {
        if (from.equals(until)) {
            return Optional.empty();
        }
        LocalDate lastDay = until.isAfter(from) ? day : day.plusDays(1);
        Instant start = instant(day.atTime(from), zone, 0);
        Instant end = instant(lastDay.atTime(until), zone, 1);
        return start.isBefore(end) ? Optional.of(new TimeRange(start, end)) : Optional.empty();
    }

    /** A time that is skipped is the instant of the jump. */
    private static Instant instant(LocalDateTime time, ZoneId zone, int occurrence) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition jump = zone.getRules().getTransition(time);
            return jump.getInstant();
        }
        return time.toInstant(offsets.get(Math.min(occurrence, offsets.size() - 1)));
    }
}
