package dev.unknot.therapist.schedule;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.PutOverride.DayShift;
import dev.unknot.common.therapist.Shift;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.therapist.schedule.Timetable.Occurrence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Nobody works two shifts at once. Judged on instants, not on wall clocks: the shifts of a week may lie in several
 * zones, whose clocks change on different nights. Shifts at a place that the therapist has left are not worked.
 */
final class ShiftOverlap {

    /** A year, so that every change of the clocks is seen once. */
    private static final Duration YEAR = Duration.ofDays(54 * 7);

    /** After which weekdays fall on the same dates again: by then each week of a rota has met each change of the clocks. */
    private static final int YEARS_OF_A_ROTA = 28;

    /** Longer than any shift and the distance between any two zones' midnights together. */
    private static final Duration SEAM = Duration.ofDays(3);

    private ShiftOverlap() {}

    static Optional<Rejection> refusal(NewPattern pattern) {
        Rota rota = pattern.rota();
        Timetable worked = pattern.afterwards().at(pattern.employedAt());
        Instant begins = midnight(rota.validFrom());
        // On its own for long, even if it is replaced sooner; then where it meets the patterns and overrides around it.
        return overlap(Timetable.of(rota), around(begins, alone(rota)), pattern.locations())
                .or(() -> Stream.concat(Stream.of(around(begins, SEAM)), windows(worked, rota.validFrom()))
                        .flatMap(window -> overlap(worked, window, pattern.locations()).stream())
                        .findFirst())
                .map(overlap -> overlap.refusal(pattern::indexOf));
    }

    static Optional<Rejection> refusal(WithdrawnPattern pattern) {
        Timetable worked = pattern.afterwards().at(pattern.employedAt());
        return windows(worked, pattern.validFrom())
                .flatMap(window -> overlap(worked, window, pattern.locations()).stream())
                .findFirst()
                .map(overlap -> overlap.refusal(any -> -1));
    }

    static Optional<Rejection> refusal(NewOverride override) {
        Timetable worked = override.afterwards().at(override.employedAt());
        return overlap(worked, around(override.date()), override.locations())
                .map(overlap -> overlap.refusal(override::indexOf));
    }

    private static Duration alone(Rota rota) {
        return rota.weeks() == 1 ? YEAR : YEAR.multipliedBy(YEARS_OF_A_ROTA);
    }

    /** Where what goes from a date on meets the pattern after it, and the overrides until then. */
    private static Stream<TimeRange> windows(Timetable timetable, LocalDate from) {
        LocalDate next = timetable.patterns().higherKey(from);
        return Stream.concat(Stream.ofNullable(next).map(ShiftOverlap::around), overridden(timetable, from, next));
    }

    // One window over all of them: they lie close together, or there are few.
    private static Stream<TimeRange> overridden(Timetable timetable, LocalDate from, @Nullable LocalDate until) {
        NavigableMap<LocalDate, List<DayShift>> beside = timetable.overrides().tailMap(from.minusDays(1), true);
        if (until != null) {
            beside = beside.headMap(until.plusDays(1), true);
        }
        return beside.isEmpty()
                ? Stream.empty()
                : Stream.of(new TimeRange(
                        midnight(beside.firstKey()).minus(SEAM),
                        midnight(beside.lastKey()).plus(SEAM)));
    }

    static String words(Shift shift) {
        String hours = word(shift.day()) + " " + shift.start() + "–" + shift.end();
        return shift.week() == 1 ? hours : hours + " of week " + shift.week();
    }

    private static Optional<Pair> overlap(
            Timetable timetable, TimeRange window, Map<LocationId, OpeningTimes> locations) {
        List<Occurrence> ascending = timetable
                .occurrences(window, locations)
                .sorted(Comparator.comparing(occurrence -> occurrence.during().start()))
                .toList();
        // In order of start, the first overlap is always between neighbours.
        for (int i = 1; i < ascending.size(); i++) {
            if (ascending.get(i - 1).during().overlaps(ascending.get(i).during())) {
                return Optional.of(new Pair(ascending.get(i - 1), ascending.get(i)));
            }
        }
        return Optional.empty();
    }

    private static TimeRange around(LocalDate day) {
        return around(midnight(day), SEAM);
    }

    private static TimeRange around(Instant instant, Duration after) {
        return new TimeRange(instant.minus(SEAM), instant.plus(after));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String word(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private record Pair(Occurrence first, Occurrence second) {

        Rejection refusal(ToIntFunction<Occurrence> indexOf) {
            Rejection refusal = Rejection.invalid(
                    "shifts-overlap",
                    "The shifts " + words(first.shift()) + " and " + words(second.shift()) + " overlap from "
                            + second.during().start() + ".");
            return IntStream.of(indexOf.applyAsInt(second), indexOf.applyAsInt(first))
                    .filter(index -> index >= 0)
                    .mapToObj(index -> refusal.at("shifts[" + index + "]"))
                    .findFirst()
                    .orElse(refusal);
        }
    }
}
