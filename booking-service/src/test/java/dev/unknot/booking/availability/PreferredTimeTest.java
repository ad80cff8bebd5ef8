package dev.unknot.booking.availability;

import static dev.unknot.booking.availability.Clinic.PRATER;
import static dev.unknot.booking.availability.Clinic.linden;
import static dev.unknot.booking.availability.Clinic.treatment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A week around the clock: open, at work and free at all times, an hour's session on every half hour of the wall. */
class PreferredTimeTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final LocalDate SPRING = LocalDate.of(2027, 3, 28);
    private static final LocalDate AUTUMN = LocalDate.of(2027, 10, 31);

    @Test
    void aSessionLiesInTheHoursAskedFor() {
        assertThat(starts(VIENNA, SPRING.minusDays(2), hours("09:00", "11:00")))
                .containsExactly("Fri 09:00", "Fri 09:30", "Fri 10:00");
        assertThat(starts(VIENNA, SPRING.minusDays(2), hours("09:10", "11:20")))
                .containsExactly("Fri 09:30", "Fri 10:00");
    }

    @Test
    void hoursMayPassMidnightAndToMidnightIsToTheEndOfTheDay() {
        assertThat(starts(VIENNA, SPRING.minusDays(2), hours("22:00", "00:00")))
                .containsExactly("Fri 22:00", "Fri 22:30", "Fri 23:00");
        assertThat(starts(VIENNA, SPRING.minusDays(2), 2, hours("22:30", "00:30")))
                .containsExactly("Fri 22:30", "Fri 23:00", "Fri 23:30", "Sat 22:30", "Sat 23:00");
    }

    @Test
    void aWeekdayIsThatOfTheStartOrOfTheBeginningOfHoursThatPassMidnight() {
        Preferences saturday = new Preferences(Set.of(DayOfWeek.SATURDAY), null, null, Ranking.EARLIEST);
        assertThat(starts(VIENNA, SPRING.minusDays(3), 4, saturday))
                .hasSize(48)
                .startsWith("Sat 00:00")
                .endsWith("Sat 23:30");

        Preferences saturdayNight = new Preferences(
                Set.of(DayOfWeek.SATURDAY), hours("23:30", "01:30").hours(), null, Ranking.EARLIEST);
        assertThat(starts(VIENNA, SPRING.minusDays(3), 5, saturdayNight))
                .containsExactly("Sat 23:30", "Sun 00:00", "Sun 00:30");
    }

    @Test
    void nothingStartsAtATimeThatTheClockSkips() {
        assertThat(starts(VIENNA, SPRING, hours("01:00", "04:00")))
                .containsExactly("Sun 01:00", "Sun 01:30", "Sun 03:00");
        assertThat(starts(VIENNA, SPRING, hours("02:00", "03:00"))).isEmpty();
    }

    @Test
    void anHourThatTheClockRepeatsIsTwoHours() {
        assertThat(starts(VIENNA, AUTUMN, hours("02:00", "03:00")))
                .containsExactly("Sun 02:00", "Sun 02:30", "Sun 02:00");
        assertThat(starts(VIENNA, AUTUMN, hours("01:30", "03:30")))
                .containsExactly("Sun 01:30", "Sun 02:00", "Sun 02:30", "Sun 02:00", "Sun 02:30");
    }

    @Test
    void halfHoursAndQuartersFromUtcAreHoursLikeAnyOther() {
        for (String zone : List.of("Asia/Kolkata", "Asia/Kathmandu", "Pacific/Chatham", "Australia/Lord_Howe")) {
            assertThat(starts(ZoneId.of(zone), SPRING.minusDays(2), hours("09:00", "10:30")))
                    .as(zone)
                    .containsExactly("Fri 09:00", "Fri 09:30");
        }
    }

    @Test
    void aClockThatChangesByHalfAnHourRepeatsHalfAnHour() {
        assertThat(starts(ZoneId.of("Australia/Lord_Howe"), LocalDate.of(2027, 4, 4), hours("01:00", "02:00")))
                .containsExactly("Sun 01:00", "Sun 01:30");
        assertThat(starts(ZoneId.of("Australia/Lord_Howe"), LocalDate.of(2027, 10, 3), hours("01:00", "03:00")))
                .containsExactly("Sun 01:00", "Sun 01:30");
    }

    @Test
    void itIsWhatTheClockOnTheWallSaysMinuteByMinute() {
        Random random = new Random(7);
        List<String> zones = List.of("Europe/Vienna", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns");
        for (int i = 0; i < 300; i++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            LocalDate day = List.of(SPRING, AUTUMN, LocalDate.of(2027, 4, 4), LocalDate.of(2027, 3, 14))
                    .get(random.nextInt(4));
            LocalTime from = LocalTime.ofSecondOfDay(60L * random.nextInt(1_440));
            LocalTime to = from.plusMinutes(1 + random.nextInt(1_439));
            Set<DayOfWeek> days =
                    random.nextBoolean() ? Set.of() : EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.of(1 + random.nextInt(7)));
            Preferences preferences = new Preferences(days, new LocalHours(from, to), null, Ranking.EARLIEST);

            assertThat(search(zone, day.minusDays(1), 3, preferences))
                    .as("%s %s %s", zone, day, preferences)
                    .isEqualTo(search(zone, day.minusDays(1), 3, Preferences.NONE).stream()
                            .filter(start -> IntStream.range(0, 60)
                                    .allMatch(minute -> preferred(
                                            start.plusSeconds(60L * minute).atZone(zone), from, to, days)))
                            .toList());
        }
    }

    private static boolean preferred(ZonedDateTime time, LocalTime from, LocalTime to, Set<DayOfWeek> days) {
        LocalTime clock = time.toLocalTime();
        boolean yesterdays = !from.isBefore(to) && clock.isBefore(to);
        boolean inHours = yesterdays || !clock.isBefore(from) && (clock.isBefore(to) || !from.isBefore(to));
        DayOfWeek day = yesterdays ? time.getDayOfWeek().minus(1) : time.getDayOfWeek();
        return inHours && (days.isEmpty() || days.contains(day));
    }

    private static Preferences hours(String from, String to) {
        LocalHours hours = new LocalHours(LocalTime.parse(from), LocalTime.parse(to));
        return new Preferences(Set.of(), hours, null, Ranking.EARLIEST);
    }

    private static Stream<String> starts(ZoneId zone, LocalDate day, Preferences preferences) {
        return starts(zone, day, 1, preferences);
    }

    private static Stream<String> starts(ZoneId zone, LocalDate day, int days, Preferences preferences) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT);
        return search(zone, day, days, preferences).stream()
                .map(start -> start.atZone(zone).format(format));
    }

    private static List<Instant> search(ZoneId zone, LocalDate day, int days, Preferences preferences) {
        TimeRange range = new TimeRange(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(days).atStartOfDay(zone).toInstant());
        SlotQuery query = new SlotQuery(
                TREATMENT,
                60,
                null,
                null,
                null,
                null,
                null,
                range.start(),
                range.end(),
                null,
                1_000,
                Set.of(),
                range.start());
        return roundTheClock(zone, range.padded(Duration.ofDays(1), Duration.ofDays(1)))
                .search(query.preferring(preferences))
                .stream()
                .map(opening -> opening.session().start())
                .toList();
    }

    private static final TreatmentSnapshot TREATMENT = treatment(0, 0, 30, 0);

    private static Availability roundTheClock(ZoneId zone, TimeRange time) {
        Availability availability = new Availability();
        availability.learn(Clinic.location(PRATER, zone, time, List.of(time), List.of(linden(1, List.of()))), 1);
        availability.learn(
                new TherapistSnapshot(
                        Clinic.MIRA,
                        "Mira",
                        Gender.FEMALE,
                        Set.of("swedish"),
                        null,
                        TherapistState.ACTIVE,
                        time,
                        List.of(new WorkingTime(PRATER, time))),
                1);
        return availability;
    }
}
