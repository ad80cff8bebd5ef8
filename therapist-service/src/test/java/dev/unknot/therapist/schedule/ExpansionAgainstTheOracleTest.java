package dev.unknot.therapist.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.location.WeeklyHours;
import dev.unknot.common.therapist.PutOverride.DayShift;
import dev.unknot.common.therapist.Shift;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpansionAgainstTheOracleTest {

    private static final long SEED = 20270328;
    private static final int WEEKS_TRIED = 30;
    private static final Instant YEAR = Instant.parse("2027-01-01T00:00:00Z");

    @ParameterizedTest(name = "{0} around {1}")
    @MethodSource("changesOfTheClocks")
    void workingTimeIsWhatAClockWatcherWritesDown(ZoneId zone, Instant change) {
        MinuteByMinute oracle = new MinuteByMinute(zone, around(change));
        Random random = new Random(SEED);
        for (int week = 0; week < WEEKS_TRIED; week++) {
            List<WeeklyHours> opening = hours(random);
            Rota rota = rota(random, LocalDate.ofInstant(change, zone));
            NavigableMap<LocalDate, List<DayShift>> overrides = overrides(random, change, zone);
            List<TimeRange> off = off(random, oracle.horizon());

            assertThat(workingTime(zone, oracle.horizon(), rota, overrides, opening, off))
                    .as("%s, overrides %s, open %s, off %s, seed %s", rota, overrides, opening, off, SEED)
                    .isEqualTo(oracle.worked(rota, overrides, opening, off))
                    .allSatisfy(range -> assertThat(Grid.fits(range.start()) && Grid.fits(range.end()))
                            .as("%s lies on the grid", range)
                            .isTrue());
            assertThat(new OpeningTimes(zone, opening).over(oracle.horizon()).ranges())
                    .as("open %s, seed %s", opening, SEED)
                    .isEqualTo(oracle.open(opening));
        }
    }

    static Stream<Arguments> changesOfTheClocks() {
        return Stream.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "Australia/Adelaide",
                        "Asia/Kathmandu",
                        "Pacific/Chatham")
                .map(ZoneId::of)
                .flatMap(zone -> changes(zone).stream().map(change -> Arguments.of(zone, change)));
    }

    private static List<TimeRange> workingTime(
            ZoneId zone,
            TimeRange horizon,
            Rota rota,
            NavigableMap<LocalDate, List<DayShift>> overrides,
            List<WeeklyHours> opening,
            List<TimeRange> off) {
        return Timetable.of(rota)
                .overridden(overrides)
                .workingTime(horizon, Map.of(Places.BERLIN, new OpeningTimes(zone, opening)), TimeRanges.union(off))
                .stream()
                .map(WorkingTime::during)
                .toList();
    }

    private static List<Instant> changes(ZoneId zone) {
        List<Instant> changes = Stream.iterate(
                        zone.getRules().nextTransition(YEAR),
                        change -> change != null,
                        change -> zone.getRules().nextTransition(change.getInstant()))
                .limit(2)
                .map(change -> change.getInstant())
                .toList();
        return changes.isEmpty() ? List.of(YEAR) : changes;
    }

    private static TimeRange around(Instant change) {
        return new TimeRange(change.minus(Duration.ofMinutes(2345)), change.plus(Duration.ofMinutes(3455)));
    }

    /** Begun a few years ago, or any day around the change. */
    private static Rota rota(Random random, LocalDate change) {
        int weeks = random.nextBoolean() ? 1 : 2 + random.nextInt(7);
        return new Rota(
                random.nextBoolean()
                        ? change.minusDays(random.nextInt(2_000))
                        : change.plusDays(random.nextInt(6) - 3L),
                weeks,
                Stream.generate(() -> hours(random))
                        .limit(weeks)
                        .flatMap(List::stream)
                        .map(at -> new Shift(Places.BERLIN, at.day(), at.start(), at.end(), 1 + random.nextInt(weeks)))
                        .toList());
    }

    private static List<WeeklyHours> hours(Random random) {
        return Stream.generate(() ->
                        new WeeklyHours(DayOfWeek.of(1 + random.nextInt(7)), timeOfDay(random), timeOfDay(random)))
                .limit(1 + random.nextInt(8))
                .toList();
    }

    /** On up to four of the days around the change, with up to three shifts each. */
    private static NavigableMap<LocalDate, List<DayShift>> overrides(Random random, Instant change, ZoneId zone) {
        NavigableMap<LocalDate, List<DayShift>> overrides = new TreeMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            overrides.put(
                    LocalDate.ofInstant(change, zone).plusDays(random.nextInt(7) - 3L),
                    Stream.generate(() -> new DayShift(Places.BERLIN, timeOfDay(random), timeOfDay(random)))
                            .limit(random.nextInt(4))
                            .toList());
        }
        return overrides;
    }

    private static List<TimeRange> off(Random random, TimeRange horizon) {
        long cells = horizon.length().dividedBy(Grid.CELL);
        Instant first = Grid.instant(Grid.cell(horizon.start()));
        return Stream.generate(() -> TimeRange.of(
                        first.plus(Grid.CELL.multipliedBy(random.nextLong(cells) - 20)),
                        Grid.CELL.multipliedBy(1 + random.nextInt(150))))
                .limit(random.nextInt(4))
                .toList();
    }

    // Half of the times lie in the small hours, where clocks change.
    private static LocalTime timeOfDay(Random random) {
        int cells = random.nextBoolean() ? 4 * 12 : 24 * 12;
        return LocalTime.MIDNIGHT.plusMinutes(5L * random.nextInt(cells));
    }
}
