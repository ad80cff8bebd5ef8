package dev.unknot.therapist.schedule;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.PutOverride.DayShift;
import dev.unknot.common.therapist.Shift;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All the patterns of one therapist, and the single dates on which something else goes. A pattern covers whole
 * weeks at all locations, from its date until the next one's, and an override one date at all locations, each read in the
 * zone of the shift's location; a shift belongs to the day on which it starts.
 */
public record Timetable(NavigableMap<LocalDate, Rota> patterns, NavigableMap<LocalDate, List<DayShift>> overrides) {

    /**
     * A time a shift comes around.
     *
     * @param since the date of the pattern or override that says so
     */
    record Occurrence(Shift shift, LocalDate since, boolean override, TimeRange during) {}

    public static final Timetable NONE = new Timetable(new TreeMap<>(), new TreeMap<>());

    public Timetable {
        patterns = Collections.unmodifiableNavigableMap(new TreeMap<>(patterns));
        overrides = copy(overrides);
    }

    public static Timetable of(Rota rota) {
        return NONE.with(rota);
    }

    /** Of rotas that begin on different dates. */
    public static Timetable of(Collection<Rota> rotas) {
        NavigableMap<LocalDate, Rota> patterns = new TreeMap<>();
        rotas.forEach(rota -> patterns.put(rota.validFrom(), rota));
        return new Timetable(patterns, new TreeMap<>());
    }

    /** In place of the one that begins on the same date, if there is one. */
    Timetable with(Rota rota) {
        NavigableMap<LocalDate, Rota> copy = new TreeMap<>(patterns);
        copy.put(rota.validFrom(), rota);
        return new Timetable(copy, overrides);
    }

    Timetable without(LocalDate validFrom) {
        NavigableMap<LocalDate, Rota> copy = new TreeMap<>(patterns);
        copy.remove(validFrom);
        return new Timetable(copy, overrides);
    }

    public Timetable overridden(NavigableMap<LocalDate, List<DayShift>> dates) {
        return new Timetable(patterns, dates);
    }

    Timetable overridden(LocalDate date, List<DayShift> shifts) {
        NavigableMap<LocalDate, List<DayShift>> copy = new TreeMap<>(overrides);
        copy.put(date, shifts);
        return new Timetable(patterns, copy);
    }

    Timetable notOverridden(LocalDate date) {
        NavigableMap<LocalDate, List<DayShift>> copy = new TreeMap<>(overrides);
        copy.remove(date);
        return new Timetable(patterns, copy);
    }

    /** Nothing is worked after that date; a night shift that begins on it is worked to its end. */
    public Timetable until(LocalDate lastDay) {
        NavigableMap<LocalDate, Rota> earlier = new TreeMap<>(patterns.headMap(lastDay, true));
        earlier.put(lastDay.plusDays(1), Rota.none(lastDay.plusDays(1)));
        return new Timetable(earlier, overrides.headMap(lastDay, true));
    }

    /** Only the shifts at these locations. */
    public Timetable at(Set<LocationId> places) {
        NavigableMap<LocalDate, Rota> there = new TreeMap<>();
        patterns.forEach((date, rota) -> there.put(date, rota.at(places)));
        NavigableMap<LocalDate, List<DayShift>> dates = new TreeMap<>();
        overrides.forEach((date, shifts) -> dates.put(
                date,
                shifts.stream()
                        .filter(shift -> places.contains(shift.locationId()))
                        .toList()));
        return new Timetable(there, dates);
    }

    /** None before the first pattern. */
    public Optional<Rota> inForceOn(LocalDate day) {
        return Optional.ofNullable(patterns.floorEntry(day)).map(Map.Entry::getValue);
    }

    /** Those that still apply on that day or begin later. */
    Collection<Rota> inForceFrom(LocalDate day) {
        LocalDate current = patterns.floorKey(day);
        return patterns.tailMap(current == null ? day : current, true).values();
    }

    /**
     * When the therapist works where, inside the horizon. What of a shift lies outside the opening hours is cut off, and
     * what lies in their time off too.
     *
     * @param locations every location that has a shift
     * @return ascending and disjoint; touching ranges at one location are one
     */
    public List<WorkingTime> workingTime(TimeRange horizon, Map<LocationId, OpeningTimes> locations, TimeRanges off) {
        Map<LocationId, List<TimeRange>> shifts = occurrences(horizon, locations)
                .collect(Collectors.groupingBy(
                        occurrence -> occurrence.shift().locationId(),
                        Collectors.mapping(Occurrence::during, Collectors.toList())));
        return disjoint(shifts.entrySet().stream()
                .flatMap(at -> TimeRanges.union(at.getValue())
                        .intersection(opening(locations, at.getKey()).over(horizon))
                        .minus(off)
                        .ranges()
                        .stream()
                        .map(during -> new WorkingTime(at.getKey(), during)))
                .sorted(Comparator.comparing((WorkingTime time) -> time.during().start())
                        .thenComparing(time -> time.locationId().value()))
                .toList());
    }

    /** What of the shifts would be worked, but that the location is closed; in the form of the working time. */
    public List<WorkingTime> closed(TimeRange horizon, Map<LocationId, OpeningTimes> locations) {
        return planned(
                horizon, locations, location -> opening(locations, location).closed());
    }

    /** What of the shifts lies in their time off, closed or not; in the form of the working time. */
    public List<WorkingTime> timeOff(TimeRange horizon, Map<LocationId, OpeningTimes> locations, TimeRanges off) {
        return planned(horizon, locations, location -> off);
    }

    /** Of the working time as it would be without closures and times off, the part at each location. */
    private List<WorkingTime> planned(
            TimeRange horizon, Map<LocationId, OpeningTimes> locations, Function<LocationId, TimeRanges> part) {
        if (locations.keySet().stream()
                .allMatch(location -> part.apply(location).equals(TimeRanges.NONE))) {
            return List.of();
        }
        Map<LocationId, OpeningTimes> week = locations.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, location -> location.getValue().neverClosed()));
        return workingTime(horizon, week, TimeRanges.NONE).stream()
                .flatMap(time -> part.apply(time.locationId()).within(time.during()).ranges().stream()
                        .map(during -> new WorkingTime(time.locationId(), during)))
                .toList();
    }

    /** Every shift that touches the horizon, uncut. */
    Stream<Occurrence> occurrences(TimeRange horizon, Map<LocationId, OpeningTimes> locations) {
        Function<LocationId, WallClock> clocks =
                location -> opening(locations, location).clock();
        return Stream.concat(
                        patterns.values().stream().flatMap(rota -> rounds(rota, horizon, clocks)),
                        single(horizon, clocks))
                .filter(occurrence -> occurrence.during().overlaps(horizon));
    }

    private Stream<Occurrence> rounds(Rota rota, TimeRange horizon, Function<LocationId, WallClock> clocks) {
        LocalDate validFrom = rota.validFrom();
        LocalDate replaced = patterns.higherKey(validFrom);
        return rota.shifts().stream().flatMap(shift -> {
            WallClock clock = clocks.apply(shift.locationId());
            LocalDate first = LocalDate.ofInstant(horizon.start(), clock.zone()).minusDays(1);
            LocalDate last = LocalDate.ofInstant(horizon.end(), clock.zone());
            return rota.days(
                            shift,
                            first.isAfter(validFrom) ? first : validFrom,
                            replaced == null || replaced.isAfter(last) ? last.plusDays(1) : replaced)
                    .filter(day -> !overrides.containsKey(day))
                    .flatMap(day -> clock.on(day, shift.start(), shift.end()).stream())
                    .map(during -> new Occurrence(shift, validFrom, false, during));
        });
    }

    private Stream<Occurrence> single(TimeRange horizon, Function<LocationId, WallClock> clocks) {
        // No zone is further than a day from UTC, and a shift reaches into the next day at most.
        LocalDate first = LocalDate.ofInstant(horizon.start(), ZoneOffset.UTC).minusDays(2);
        LocalDate last = LocalDate.ofInstant(horizon.end(), ZoneOffset.UTC).plusDays(1);
        return overrides.subMap(first, true, last, true).entrySet().stream()
                .flatMap(on -> on.getValue().stream().flatMap(shift -> {
                    Shift weekly =
                            new Shift(shift.locationId(), on.getKey().getDayOfWeek(), shift.start(), shift.end());
                    return clocks.apply(shift.locationId()).on(on.getKey(), shift.start(), shift.end()).stream()
                            .map(during -> new Occurrence(weekly, on.getKey(), true, during));
                }));
    }

    // Shifts that overlap are refused when they are put, but a zone may change its rules afterwards. Nobody is in two
    // places at once: then the place where they are already keeps them.
    private static List<WorkingTime> disjoint(List<WorkingTime> ascending) {
        List<WorkingTime> kept = new ArrayList<>();
        for (WorkingTime next : ascending) {
            if (kept.isEmpty()
                    || !kept.getLast().during().end().isAfter(next.during().start())) {
                kept.add(next);
            } else if (kept.getLast().during().end().isBefore(next.during().end())) {
                kept.add(new WorkingTime(
                        next.locationId(),
                        new TimeRange(
                                kept.getLast().during().end(), next.during().end())));
            }
        }
        return kept;
    }

    private static OpeningTimes opening(Map<LocationId, OpeningTimes> locations, LocationId location) {
        OpeningTimes opening = locations.get(location);
        if (opening == null) {
            throw new IllegalArgumentException("every location of a shift is known, but not " + location);
        }
        return opening;
    }

    private static <T> NavigableMap<LocalDate, List<T>> copy(NavigableMap<LocalDate, List<T>> byDate) {
        NavigableMap<LocalDate, List<T>> copy = new TreeMap<>();
        byDate.forEach((date, shifts) -> copy.put(date, List.copyOf(shifts)));
        return Collections.unmodifiableNavigableMap(copy);
    }
}
