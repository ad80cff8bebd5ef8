package dev.unknot.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Small enough to be checked by hand: Mira works in Vienna on one day, in one room with ten minutes of turnover; an hour
 * takes her five minutes before and ten after.
 */
class MinuteOracleTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    private static final LocalDate CLOCKS_GO_FORWARD = LocalDate.of(2027, 3, 28);
    private static final LocalDate CLOCKS_GO_BACK = LocalDate.of(2027, 10, 31);

    private final List<Appointment> appointments = new ArrayList<>();
    private LocalDate day = MONDAY;
    private int cadence = 60;
    private int notice;
    private @Nullable Policy policy;
    private @Nullable Instant now;
    private @Nullable String moving;
    private @Nullable LocalDate licensedUntil;

    @Test
    void buffersLieInsideTheShiftAndTurnoverNeedNot() {
        cadence = 5;

        assertThat(starts("09:00", "11:00"))
                .containsExactly(
                        "09:05", "09:10", "09:15", "09:20", "09:25", "09:30", "09:35", "09:40", "09:45", "09:50");
    }

    @Test
    void betweenTwoSessionsTheBuffersAddUp() {
        cadence = 5;
        appointments.add(visit("11:00", "12:00", "mira", null, null));

        assertThat(starts("09:00", "14:00")).contains("09:45", "12:15").doesNotContain("09:50", "12:10");
    }

    @Test
    void aRoomIsTakenForItsTurnoverToo() {
        cadence = 5;
        appointments.add(visit("11:00", "12:00", null, "linden", null));

        assertThat(starts("09:00", "14:00")).contains("09:50", "12:10").doesNotContain("09:55", "12:05");
    }

    @Test
    void aClientIsTakenJustForTheirOtherVisit() {
        cadence = 5;
        appointments.add(visit("11:00", "12:00", null, null, "anna"));

        assertThat(starts("09:00", "14:00")).contains("10:00", "12:00").doesNotContain("10:05", "11:55");
    }

    @Test
    void whatIsMovedIsInNobodysWay() {
        appointments.add(visit("11:00", "12:00", "mira", "linden", "anna"));
        moving = "visit";

        assertThat(starts("09:00", "14:00")).containsExactly("10:00", "11:00", "12:00");
    }

    @Test
    void aHoldEndsAtItsExpiry() {
        Appointment visit = visit("11:00", "12:00", "mira", null, null);
        appointments.add(
                new Appointment("visit", "mira", null, null, visit.start(), visit.end(), 5, 10, 10, 0, at("09:00")));

        now = at("09:00").minusMillis(1);
        assertThat(starts("09:00", "14:00")).containsExactly();
        now = at("09:00");
        assertThat(starts("09:00", "14:00")).containsExactly("10:00", "11:00", "12:00");
    }

    @Test
    void theFirstStartIsAsFarAheadAsTheNoticeSays() {
        notice = 120;
        now = at("09:00");
        assertThat(starts("08:00", "14:00")).containsExactly("11:00", "12:00");
        now = at("09:00").plusMillis(1);
        assertThat(starts("08:00", "14:00")).containsExactly("12:00");
    }

    @Test
    void anHourThatDoesNotExistHasNoStart() {
        day = CLOCKS_GO_FORWARD;

        assertThat(starts("00:00", "06:00")).containsExactly("01:00", "03:00", "04:00");
    }

    @Test
    void anHourThatComesTwiceHasTwo() {
        day = CLOCKS_GO_BACK;

        assertThat(starts("00:00", "05:00")).containsExactly("01:00", "02:00", "02:00", "03:00");
    }

    @Test
    void theLicenceEndsWithItsLastDayWhereTheSessionIs() {
        licensedUntil = MONDAY;
        assertThat(starts("21:00", "23:59")).containsExactly("22:00");
        licensedUntil = MONDAY.minusDays(1);
        assertThat(starts("21:00", "23:59")).isEmpty();
    }

    @Test
    void aDayThatIsFullHasNoStart() {
        appointments.add(visit("06:00", "07:00", "mira", null, "ben"));
        policy = new Policy(null, null, null, null, null, 2);
        assertThat(starts("09:00", "12:00")).containsExactly("10:00");

        policy = new Policy(null, null, null, null, null, 1);
        assertThat(starts("09:00", "12:00")).isEmpty();
    }

    @Test
    void aVisitCountsInTheWeekInWhichItStarts() {
        appointments.add(visit("10:00", "11:00", null, null, "anna"));
        policy = new Policy(null, null, null, 2, 1, null);

        assertThat(starts("11:00", "15:00")).isEmpty();
        day = MONDAY.minusDays(1);
        assertThat(starts("11:00", "15:00")).containsExactly("12:00", "13:00");
        day = MONDAY.plusDays(6);
        assertThat(starts("11:00", "15:00")).isEmpty();
    }

    @Test
    void whoComesFromElsewhereNeedsTheTimeToCome() {
        Spot prater = new Spot(48.2167, 16.3958);
        Spot favoriten = new Spot(48.1730, 16.3958);

        // 4.86 km at 30 km/h are 9 minutes and 43 seconds, and ten to leave and arrive.
        assertThat(prater.minutesTo(favoriten)).isEqualTo(20);
        assertThat(prater.minutesTo(new Spot(-48, 16))).isEqualTo(720);
        Location here = new Location("prater", VIENNA, List.of(), null, null, prater);
        Location there = new Location("favoriten", VIENNA, List.of(), null, null, favoriten);
        Diary diary = new Diary(List.of(new Diary.Entry(there, at("12:00"), at("11:55"), at("13:10"))));
        assertThat(diary.leavesTimeToTravel(here, at("10:00"), at("11:35"))).isTrue();
        assertThat(diary.leavesTimeToTravel(here, at("10:00"), at("11:40"))).isFalse();
        assertThat(diary.leavesTimeToTravel(here, at("13:30"), at("14:30"))).isTrue();
        assertThat(diary.leavesTimeToTravel(here, at("13:25"), at("14:30"))).isFalse();
        assertThat(diary.leavesTimeToTravel(there, at("13:10"), at("14:30"))).isTrue();
    }

    /** On the wall clock, for shifts and questions from one time of the day to another. */
    private List<String> starts(String from, String to) {
        Room room = new Room("linden", Set.of(), 10, 1, List.of());
        Location prater = new Location("prater", VIENNA, List.of(room), null, policy, null);
        Therapist mira = new Therapist(
                "mira", null, Set.of(), List.of(new Shift("prater", at(from), at(to))), licensedUntil, false);
        Treatment hour = new Treatment("hour", null, null, 5, 10, cadence, notice);
        Query query = new Query("hour", 60, null, null, null, "anna", at("00:00"), at("23:59"), moving, now, Set.of());
        return new MinuteOracle(new World(List.of(prater), List.of(mira), List.of(hour), appointments, query))
                .slots().stream()
                        .map(slot -> slot.start().atZone(VIENNA).toLocalTime().toString())
                        .toList();
    }

    private Appointment visit(
            String from, String to, @Nullable String therapist, @Nullable String room, @Nullable String client) {
        return new Appointment("visit", therapist, room, client, at(from), at(to), 5, 10, 10, 0, null);
    }

    private Instant at(String time) {
        return day.atTime(LocalTime.parse(time)).atZone(VIENNA).toInstant();
    }
}
